package dev.tollgate.authorization;

import com.jayway.jsonpath.JsonPath;
import dev.tollgate.access.Role;
import dev.tollgate.alert.RaisedAlerts;
import dev.tollgate.core.Scope;
import dev.tollgate.graphql.GlobalId;
import dev.tollgate.live.ControlSignal.AlertSeverity;
import dev.tollgate.organization.Organization;
import dev.tollgate.testing.FakeProvider;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestKeys;
import dev.tollgate.testing.TestOrganizations;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.RandomStringUtils;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** What an organization has, by the names that the examples of the {@link AccessTable} give to it; made when it is asked for. */
final class Belongings {

    /** For alerts that are raised whatever was recorded. */
    static final BigDecimal MORE_CALLS_THAN_THERE_ARE = BigDecimal.valueOf(1_000_000);

    /** What an AI provider accepts. */
    private static final String SECRET = "sk-0123456789abcdef";

    private static final String QUOTA = """
            mutation { createQuota(input: {name: "t", scope: {team: "t"}, limits: {requests: 1000000}, period: MONTHLY}) { quota { id } } }""";

    private static final Pattern NAME = Pattern.compile("\\$(\\w+)");
    private static final Set<String> OF_NO_ORGANIZATION =
            Set.of("unique", "now", "self", "password", "secret", "baseUrl");

    private final Side side;
    private final AccessTable table;
    private final ApplicationContext beans;
    private final Map<String, String> present = new HashMap<>();
    private final Map<String, Supplier<String>> makers;

    Belongings(Side side, AccessTable table, ApplicationContext beans, FakeProvider provider) {
        this.side = side;
        this.table = table;
        this.beans = beans;
        provider.accept(SECRET);
        this.makers = Map.ofEntries(
                Map.entry("unique", Belongings::unique),
                Map.entry("now", () -> Instant.now().toString()),
                Map.entry("password", () -> Side.PASSWORD),
                Map.entry("secret", () -> SECRET),
                Map.entry("baseUrl", provider::baseUrl),
                Map.entry("slug", () -> side.organization().slug()),
                Map.entry("anyEmail", () -> side.person(Role.MEMBER).email()),
                Map.entry("anyOrganization", this::another),
                Map.entry("anyOperator", () -> Side.id(side.operator(Role.MEMBER))),
                Map.entry("member", () -> Side.id(side.person(Role.MEMBER))),
                Map.entry("owner", () -> Side.id(side.person(Role.OWNER))),
                Map.entry("alert", this::alert),
                Map.entry("reservation", this::reservation));
    }

    /** Whether the example names something that another organization could be refused. */
    static boolean isOwned(String example) {
        return NAME.matcher(example)
                .results()
                .map(MatchResult::group)
                .map(name -> name.substring(1))
                .anyMatch(name -> !OF_NO_ORGANIZATION.contains(name) && !name.startsWith("any"));
    }

    /** The example with what the organization has in place of the names. */
    String fill(String example, String self) {
        return NAME.matcher(example).replaceAll(name -> Matcher.quoteReplacement(find(name.group(1), self)));
    }

    /** Makes anew, the next time, what the example names: it may be gone. */
    void spend(String example) {
        NAME.matcher(example).results().forEach(name -> present.remove(name.group(1)));
    }

    /** Of letters alone: it is a provider's name too, which must not look like a secret. */
    static String unique() {
        return RandomStringUtils.insecure().nextAlphabetic(20).toLowerCase(Locale.ROOT);
    }

    private String find(String name, String self) {
        if (name.equals("self")) {
            return self;
        }
        // One of them may make another.
        if (!present.containsKey(name) || name.equals("unique")) {
            present.put(name, make(name));
        }
        return present.get(name);
    }

    private String make(String name) {
        Supplier<String> maker = makers.get(name);
        if (maker != null) {
            return maker.get();
        }
        String document = table.belongings().get(name);
        if (document == null) {
            throw new IllegalArgumentException(
                    "Nothing is called $" + name + ": say in " + AccessTable.PLACE + " how it is made");
        }
        Caller.Answer answer = side.administrator().graphQl(fill(document, ""));
        spend(document);
        if (answer.outcome() != Outcome.ALLOWED) {
            throw new IllegalStateException("$" + name + " cannot be made: " + answer);
        }
        return firstValue(Caller.JSON.readTree(answer.body()).get("data"));
    }

    private static String firstValue(JsonNode node) {
        return node.isValueNode() ? node.asString() : firstValue(node.iterator().next());
    }

    private String another() {
        Organization another = beans.getBean(TestOrganizations.class).create();
        return new GlobalId("Organization", another.id().toString()).encode();
    }

    private String alert() {
        UUID id = RaisedAlerts.raise(beans, side.organization(), AlertSeverity.INFO, MORE_CALLS_THAN_THERE_ARE)
                .id()
                .value();
        return new GlobalId("Alert", id.toString()).encode();
    }

    /** What no quota is about is reserved nowhere, and so is nobody's. */
    private String reservation() {
        side.administrator().graphQl(QUOTA);
        String key = beans.getBean(TestKeys.class).bearer(side.organization(), Scope.GATEWAY_CALL);
        Caller.Answer answer = Caller.key(beans.getBean(TestApi.class), key)
                .send("POST", "/v1/quotas/reservations", "{\"team\":\"t\"}");
        return JsonPath.read(answer.body(), "$.id");
    }
}
