package dev.tollgate.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.apikey.AllowedModels;
import dev.tollgate.apikey.AllowedNetworks;
import dev.tollgate.apikey.ApiKey;
import dev.tollgate.apikey.ApiKeyDraft;
import dev.tollgate.apikey.ApiKeys;
import dev.tollgate.apikey.IssuedApiKey;
import dev.tollgate.apikey.KeyAttribution;
import dev.tollgate.apikey.KeySelection;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.Scope;
import dev.tollgate.organization.Organization;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Keys that a limited key makes. */
@TollgateTest
class KeyLimitsTests {

    private static final String CREATE =
            "mutation($input: CreateApiKeyInput!) { createApiKey(input: $input) { apiKey { id } } }";

    private final TestApi api;
    private final ApiKeys keys;
    private final Organization organization;
    private final RestTestClient limited;
    private final ApiKey self;
    private final Instant last = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MILLIS);

    @Autowired
    KeyLimitsTests(TestApi api, ApiKeys keys, TestOrganizations organizations) {
        this.api = api;
        this.keys = keys;
        this.organization = organizations.create();
        ApiKeyDraft draft = new ApiKeyDraft(
                "limited",
                Set.of(Scope.ADMIN),
                last,
                KeyAttribution.NONE,
                AllowedModels.of(List.of("gpt-*", "openai/o3")),
                AllowedNetworks.of(List.of("127.0.0.0/8")));
        IssuedApiKey issued = (IssuedApiKey) keys.create(organization.id(), Cause.TOLLGATE, draft, null);
        this.self = issued.key();
        this.limited = api.with("Bearer " + issued.secret());
    }

    @Test
    void areLimitedAsTheirMakerIsWhereNothingElseIsAsked() {
        create(Map.of());

        ApiKey made = newest();
        assertThat(made.name()).isEqualTo("made");
        assertThat(made.expiresAt()).isEqualTo(last);
        assertThat(made.models().patterns()).containsExactly("gpt-*", "openai/o3");
        assertThat(made.networks().ranges()).containsExactly("127.0.0.0/8");
    }

    @Test
    void mayBeLimitedMore() {
        Instant sooner = last.minusSeconds(60);
        create(Map.of(
                "expiresAt", sooner.toString(),
                "allowedModels", List.of("GPT-5*", "openai/o3"),
                "allowedNetworks", List.of("127.0.0.1", "127.1.0.0/16")));

        ApiKey made = newest();
        assertThat(made.expiresAt()).isEqualTo(sooner);
        assertThat(made.models().patterns()).containsExactly("GPT-5*", "openai/o3");
        assertThat(made.networks().ranges()).containsExactly("127.0.0.1", "127.1.0.0/16");
    }

    @Test
    void areNotLimitedLess() {
        refused("expiresAt", last.plusSeconds(1).toString());
        for (String model : List.of("*", "g*", "o3", "openai/*", "anthropic/gpt-5")) {
            refused("allowedModels", List.of("gpt-5", model));
        }
        for (String network : List.of("10.0.0.1", "126.0.0.0/7", "0.0.0.0/0", "::1", "::ffff:0.0.0.0/96")) {
            refused("allowedNetworks", List.of("127.0.0.1", network));
        }
        assertThat(newest().name()).isEqualTo("limited");
    }

    @Test
    void areNotReachedByRotatingThoseOfOthers() {
        ApiKey unlimited = keys.create(organization.id(), Cause.TOLLGATE, "unlimited", Set.of(Scope.ADMIN), null)
                .key();
        create(Map.of());

        assertThat(rotate(unlimited)).contains("FORBIDDEN");
        assertThat(rotate(newest())).contains("\"secret\":\"tg_");
        assertThat(rotate(self)).contains("\"secret\":\"tg_");
    }

    private String rotate(ApiKey key) {
        return ask(
                "mutation($input: RotateApiKeyInput!) { rotateApiKey(input: $input) { secret } }",
                Map.of("id", ApiKeyNodes.id(key.id())));
    }

    private void refused(String field, Object value) {
        assertThat(create(Map.of(field, value))).contains("BAD_USER_INPUT", "\"field\":\"" + field + "\"");
    }

    private ApiKey newest() {
        return keys.list(organization.id(), KeySelection.ALL, null, 1).getFirst();
    }

    private String create(Map<String, ?> limits) {
        Map<String, Object> input = new HashMap<>(limits);
        input.put("name", "made");
        input.put("scopes", List.of("USAGE_READ"));
        return ask(CREATE, input);
    }

    private String ask(String document, Map<String, ?> input) {
        byte[] body = api.graphQl(limited, document, Map.of("input", input))
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
    }
}
