package dev.tollgate.credential.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import com.jayway.jsonpath.JsonPath;
import dev.tollgate.core.Scope;
import dev.tollgate.organization.Organization;
import dev.tollgate.tenancy.OwnerDatabase;
import dev.tollgate.testing.FakeProvider;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestKeys;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Searches everything logged, answered and stored for secrets, while all runs that has to do with secrets of machines and people. */
@TollgateTest
class SecretCanaryTests {

    private static final String TABLES = """
            SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables
            WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')""";

    private static final Pattern SECRET_FIELD = Pattern.compile("(?i).*(secret|password)|token|.*[a-z]Token");

    private final TestApi api;
    private final TestKeys keys;
    private final TestOrganizations organizations;
    private final OwnerDatabase database;
    private final RedissonClient redis;
    private final GraphQlSource schema;
    private final RestTestClient admin;
    private final Organization organization;

    private final String canary = "canary" + UUID.randomUUID().toString().replace("-", "");
    private final FakeProvider provider = new FakeProvider(secret("good"), secret("next"));
    private final Set<String> mutations = new TreeSet<>();
    private final List<String> answers = new ArrayList<>();
    private final Log log = new Log();

    @Autowired
    SecretCanaryTests(
            TestApi api,
            TestKeys keys,
            TestOrganizations organizations,
            OwnerDatabase database,
            RedissonClient redis,
            GraphQlSource schema) {
        this.api = api;
        this.keys = keys;
        this.organizations = organizations;
        this.database = database;
        this.redis = redis;
        this.schema = schema;
        this.organization = organizations.create();
        this.admin = api.with(keys.bearer(organization, Scope.ADMIN));
    }

    /** What is logged, with all that the application itself has to say. */
    private static final class Log extends AppenderBase<ILoggingEvent> {

        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getFormattedMessage() + " " + event.getMDCPropertyMap() + " "
                    + ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
    }

    @BeforeEach
    void beginToListen() {
        logger("dev.tollgate").setLevel(Level.TRACE);
        logger(org.slf4j.Logger.ROOT_LOGGER_NAME).addAppender(log);
        log.start();
    }

    @AfterEach
    void end() {
        logger("dev.tollgate").setLevel(null);
        logger(org.slf4j.Logger.ROOT_LOGGER_NAME).detachAppender(log);
        provider.close();
    }

    @Test
    void findsNoSecretAnywhere() {
        List<String> secrets = new ArrayList<>(List.of(canary));
        secrets.addAll(webhooks());
        secrets.addAll(people());
        secrets.addAll(apiKeys());
        providerCredentials();

        assertThat(mutations).containsAll(mutationsWithSecrets());
        logger("dev.tollgate").trace("{} is in the log", organization.slug());
        assertThat(log.lines).anyMatch(line -> line.contains(organization.slug()));
        assertThat(found(provider.baseUrl()))
                .as("what is searched for is found")
                .isNotEmpty();
        assertThat(secrets).hasSizeGreaterThan(2).allSatisfy(secret -> {
            assertThat(log.lines).noneMatch(line -> line.contains(secret));
            assertThat(answers).noneMatch(answer -> answer.contains(secret));
            assertThat(found(secret)).isEmpty();
        });
        assertThat(redis.getKeys().getKeysStream()).noneMatch(key -> key.contains(canary));
    }

    /** What the schema has to do with secrets, so that what is new must be run here too. */
    private List<String> mutationsWithSecrets() {
        return Objects.requireNonNull(schema.schema().getMutationType()).getFieldDefinitions().stream()
                .filter(SecretCanaryTests::hasSecrets)
                .map(GraphQLFieldDefinition::getName)
                .toList();
    }

    private static boolean hasSecrets(GraphQLFieldDefinition mutation) {
        Stream<GraphQLType> inputs = mutation.getArguments().stream().map(GraphQLArgument::getType);
        return mutation.getName().contains("ApiKey")
                || mutation.getName().contains("Credential")
                || Stream.concat(inputs, Stream.of(mutation.getType()))
                        .map(GraphQLTypeUtil::unwrapAll)
                        .flatMap(type -> type.getChildren().stream())
                        .filter(GraphQLNamedSchemaElement.class::isInstance)
                        .map(field -> ((GraphQLNamedSchemaElement) field).getName())
                        .anyMatch(name -> SECRET_FIELD.matcher(name).matches());
    }

    /** Passwords that people give, and the secrets of links, each of which is in the one answer that shows it. */
    private List<String> people() {
        String email = "person-" + organization.id() + "@example.com";
        String accepted = invite(admin, email);
        send("/invitations/accept", Map.of("token", accepted, "name", "Ada", "password", secret("initial")));
        send("/session", Map.of("email", email, "password", secret("wrong")));
        send("/session", Map.of("email", secret("misplaced"), "password", email));
        RestTestClient browser = browser(email, secret("initial"));
        String id = JsonPath.read(answer(browser, "{ viewer { user { id } } }", Map.of()), "$.data.viewer.user.id");
        for (String current : List.of("wrong", "initial")) {
            mutations.add("changePassword");
            answer(
                    browser,
                    "mutation($input: ChangePasswordInput!) { changePassword(input: $input) { user { id } } }",
                    Map.of("input", Map.of("currentPassword", secret(current), "newPassword", secret("changed"))));
        }
        String reset = ask("createPasswordReset(input: {userId: \"" + id + "\"}) { token path }");
        answers.removeLast();
        String resetToken = JsonPath.read(reset, "$.data.createPasswordReset.token");
        send("/password/reset", Map.of("token", resetToken, "password", "short"));
        send("/password/reset", Map.of("token", resetToken, "password", secret("reset")));
        send("/password/reset", Map.of("token", secret("no-token"), "password", secret("reset")));
        String joined = invite(api.with(keys.bearer(organizations.create(), Scope.ADMIN)), email);
        mutations.add("acceptInvitation");
        RestTestClient again = browser(email, secret("reset"));
        for (String token : List.of(secret("no-token"), joined)) {
            answer(
                    again,
                    "mutation($token: String!) { acceptInvitation(input: {token: $token}) { organization { slug } } }",
                    Map.of("token", token));
        }
        assertThat(answers.getLast()).contains("\"slug\"");
        return List.of(accepted, resetToken, joined);
    }

    private String invite(RestTestClient inviter, String email) {
        mutations.add("inviteMember");
        String invited = answer(
                inviter,
                "mutation($email: String!) { inviteMember(input: {email: $email}) { token path } }",
                Map.of("email", email));
        answers.removeLast();
        return JsonPath.read(invited, "$.data.inviteMember.token");
    }

    private RestTestClient browser(String email, String password) {
        return api.signedIn(email, password)
                .mutate()
                .defaultHeader("Sec-Fetch-Site", "same-origin")
                .build();
    }

    /** As anybody. */
    private void send(String path, Map<String, ?> body) {
        var result = api.anonymous()
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectBody()
                .returnResult();
        answers.add(
                new String(Objects.requireNonNullElse(result.getResponseBody(), new byte[0]), StandardCharsets.UTF_8)
                        + result.getResponseHeaders());
    }

    /** The secrets that webhooks are signed with, each of which is in the one answer that shows it. */
    private List<String> webhooks() {
        String created = ask("createAlertDestination(input: {name: \"canary\", target: {webhook: {url:"
                + " \"https://hooks.example.com/\"}}}) { secret alertDestination { id } }");
        String id = JsonPath.read(created, "$.data.createAlertDestination.alertDestination.id");
        String rotated = ask("updateAlertDestination(input: {id: \"" + id + "\", rotateSecret: true})"
                + " { secret alertDestination { id } }");
        answers.clear();
        return List.of(
                JsonPath.read(created, "$.data.createAlertDestination.secret"),
                JsonPath.read(rotated, "$.data.updateAlertDestination.secret"));
    }

    /** The secrets of the keys made: each is in the one answer that shows it, and nowhere else. */
    private List<String> apiKeys() {
        List<String> secrets = new ArrayList<>();
        String created = ask("""
                createApiKey(input: {name: "canary", scopes: [USAGE_READ]}) { secret apiKey { id prefix } }""");
        String id = JsonPath.read(created, "$.data.createApiKey.apiKey.id");
        secrets.add(JsonPath.read(created, "$.data.createApiKey.secret"));
        String rotated = ask("rotateApiKey(input: {id: \"" + id + "\"}) { secret apiKey { id } }");
        secrets.add(JsonPath.read(rotated, "$.data.rotateApiKey.secret"));
        answers.removeLast();
        answers.removeLast();
        secrets.forEach(secret -> api.graphQl(api.with("Bearer " + secret), "{ viewer { apiKey { name } } }", Map.of())
                .expectStatus()
                .isOk());
        ask("revokeApiKey(input: {id: \"" + id + "\"}) { apiKey { id } }");
        return secrets;
    }

    private void providerCredentials() {
        String added = add("openai", secret("good"));
        String id = JsonPath.read(added, "$.data.addProviderCredential.providerCredential.id");
        add("openai", secret("good"));
        add("groq", secret("rejected"));
        for (String misplaced : List.of(secret("good"), canary, canary.toUpperCase(Locale.ROOT), "acme/" + canary)) {
            assertThat(add(misplaced, secret("good")))
                    .contains("BAD_USER_INPUT")
                    .contains("\"field\":\"provider\"");
        }
        add("groq", secret("good") + "\u00fc");
        for (int status : new int[] {302, 400, 404, 429, 500}) {
            provider.answer("/v1/models", status);
            add("groq", secret("good"));
            validate(id);
        }
        provider.answer("/v1/models", 200);
        validate(id);
        provider.answer("/v1/models", 401);
        rotate(id, secret("rejected"));
        validate(id);
        provider.answer("/v1/models", 200);
        rotate(id, secret("next"));
        answer(
                "mutation($secret: String!) { rotateProviderCredential(input: {id: \"" + id
                        + "\", secret: $secret, baseUrl: $secret}) { providerCredential { id } } }",
                Map.of("secret", secret("next")));
        answer(
                "mutation($secret: String!) { addProviderCredential(input: {provider: \"groq\", secret: $secret}) {"
                        + " providerCredential { id } } }",
                Map.of("secret", List.of(secret("good"))));
        answer(
                "mutation($secret: String!) { addProviderCredential(input: {provider: \"groq\", secret: $secret}) {"
                        + " providerCredential { id } } }",
                Map.of("secret", Map.of("value", secret("good"))));
        ask("updateProviderCredential(input: {id: \"" + id + "\", status: DISABLED}) { providerCredential { id } }");
        answer(
                "{ organization { providerCredentials { id baseUrl } auditLog(first: 50) { nodes { before after reason } } } }",
                Map.of());
        ask("removeProviderCredential(input: {id: \"" + id + "\"}) { removedProviderCredentialId }");
    }

    private String add(String name, String secret) {
        mutations.add("addProviderCredential");
        return answer(
                "mutation($input: AddProviderCredentialInput!) { addProviderCredential(input: $input) {"
                        + " providerCredential { id baseUrl } } }",
                Map.of("input", Map.of("provider", name, "secret", secret, "baseUrl", provider.baseUrl())));
    }

    private void rotate(String id, String secret) {
        mutations.add("rotateProviderCredential");
        answer(
                "mutation($input: RotateProviderCredentialInput!) { rotateProviderCredential(input: $input) {"
                        + " providerCredential { id baseUrl } } }",
                Map.of("input", Map.of("id", id, "secret", secret)));
    }

    private void validate(String id) {
        ask("validateProviderCredential(input: {id: \"" + id + "\"}) { providerCredential { id } }");
    }

    private String ask(String mutation) {
        mutations.add(mutation.substring(0, mutation.indexOf('(')));
        return answer("mutation { " + mutation + " }", Map.of());
    }

    private String answer(String document, Map<String, ?> variables) {
        return answer(admin, document, variables);
    }

    private String answer(RestTestClient client, String document, Map<String, ?> variables) {
        var result = api.graphQl(client, document, variables).expectBody().returnResult();
        String body = new String(Objects.requireNonNull(result.getResponseBody()), StandardCharsets.UTF_8);
        answers.add(body + result.getResponseHeaders());
        return body;
    }

    private String secret(String kind) {
        return "sk-" + canary + "-" + kind;
    }

    /** The tables of which a row has the text, as it is or as bytes. */
    private List<String> found(String text) {
        String bytes = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        return database.sql().fetch(TABLES).map(row -> row.get(0, String.class)).stream()
                .filter(table -> database.sql()
                                .fetchSingle(
                                        "SELECT count(*) FROM " + table
                                                + " AS t WHERE strpos(row_to_json(t)::text, ?) > 0 OR strpos(row_to_json(t)::text, ?) > 0",
                                        text,
                                        bytes)
                                .get(0, Long.class)
                        > 0)
                .toList();
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
