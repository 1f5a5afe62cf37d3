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
import graphql.schema.GraphQLFieldDefinition;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Searches everything logged, answered and stored for secrets, while all mutations run that have to do with secrets of machines. */
@TollgateTest
class SecretCanaryTests {

    private static final String TABLES = """
            SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables
            WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')""";

    private final TestApi api;
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

    /** What the schema has to do with secrets of machines, so that what is new must be run here too. */
    private List<String> mutationsWithSecrets() {
        return Objects.requireNonNull(schema.schema().getMutationType()).getFieldDefinitions().stream()
                .map(GraphQLFieldDefinition::getName)
                .filter(name -> name.contains("ApiKey") || name.contains("Credential"))
                .toList();
    }

    /** The secrets that webhooks are signed with, each of which is in the one answer that shows it. */
    private List<String> webhooks() {
        String created = ask("createAlertDestination(input: {name: \"canary\", target: {webhook: {url:"
                + " \"https://hooks.example.com/\"}}}) { secret alertDestination { id } }");
        String id = JsonPath.read(created, "$.data.createAlertDestination.alertDestination.id");
        String rotated = ask("updateAlertDestination(input: {id: \"" + id + "\", rotateSecret: true})"
                + " { secret alertDestination { id } }");
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
        answers.clear();
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
        var result = api.graphQl(admin, document, variables).expectBody().returnResult();
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
