package dev.tollgate.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.Scope;
import dev.tollgate.organization.Organization;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestKeys;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@TollgateTest
class UsageEventsControllerTests {

    private final Instant now = Instant.now();
    private final TestApi api;
    private final TestKeys keys;
    private final Organization organization;
    private final RestTestClient client;

    @Autowired
    UsageEventsControllerTests(TestApi api, TestKeys keys, TestOrganizations organizations) {
        this.api = api;
        this.keys = keys;
        this.organization = organizations.create();
        this.client = api.with(keys.bearer(organization, Scope.USAGE_WRITE));
    }

    @Test
    void answersWhatBecameOfEachEventOfAnArray() {
        String events = "[" + event("a") + "," + event("b").replace("374", "-1") + "," + event("a") + "]";

        send(MediaType.APPLICATION_JSON, events.getBytes(StandardCharsets.UTF_8))
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"accepted":1,"duplicates":1,
                         "rejected":[{"index":1,"field":"inputTokens","message":"inputTokens must be from 0 to 1000000000000."}]}
                        """);
    }

    @Test
    void takesASingleEvent() {
        expectAccepted(send(MediaType.APPLICATION_JSON, event("a").getBytes(StandardCharsets.UTF_8)), 1);
    }

    @Test
    void takesAnEventALine() {
        byte[] lines = (event("a") + "\n" + event("b") + "\n").getBytes(StandardCharsets.UTF_8);

        expectAccepted(send(MediaType.APPLICATION_NDJSON, lines), 2);
    }

    @Test
    void takesGzip() throws IOException {
        expectAccepted(
                request(MediaType.APPLICATION_JSON)
                        .header("Content-Encoding", "gzip")
                        .body(gzip(event("a").getBytes(StandardCharsets.UTF_8)))
                        .exchange(),
                1);
    }

    @Test
    void refusesAPackedBodyThatIsTooLargeUnpacked() throws IOException {
        byte[] bomb = gzip(new byte[64 * 1024 * 1024]);

        request(MediaType.APPLICATION_NDJSON)
                .header("Content-Encoding", "gzip")
                .body(bomb)
                .exchange()
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("A request may hold at most 16777216 bytes, unpacked.");
    }

    @Test
    void refusesMoreEventsThanARequestMayHoldAndStoresNone() {
        byte[] lines = (event("a") + "\n").repeat(50_001).getBytes(StandardCharsets.UTF_8);

        send(MediaType.APPLICATION_NDJSON, lines).expectStatus().isEqualTo(413);
        expectAccepted(send(MediaType.APPLICATION_JSON, event("a").getBytes(StandardCharsets.UTF_8)), 1);
    }

    @ParameterizedTest
    @CsvSource({"'',400", "'[{]',400", "'7',400", "'{\"id\":\"a\"',400"})
    void refusesWhatIsNotJson(String body, int status) {
        send(MediaType.APPLICATION_JSON, body.getBytes(StandardCharsets.UTF_8))
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void refusesWhatIsNotGzipAlthoughItSaysSo() {
        request(MediaType.APPLICATION_JSON)
                .header("Content-Encoding", "gzip")
                .body(new byte[] {1, 2, 3})
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void refusesAPackedBodyThatIsDamaged(Damage damage) throws IOException {
        byte[] packed = gzip(event("a").getBytes(StandardCharsets.UTF_8));
        for (MediaType type : List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_NDJSON)) {
            request(type)
                    .header("Content-Encoding", "gzip")
                    .body(damage.to(packed))
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("BAD_USER_INPUT");
        }
    }

    enum Damage {
        CUT_OFF,
        WRONG_SUM;

        byte[] to(byte[] packed) {
            byte[] damaged = this == CUT_OFF ? Arrays.copyOf(packed, packed.length / 2) : packed.clone();
            damaged[damaged.length - 6] ^= 1;
            return damaged;
        }
    }

    @Test
    void refusesWhatIsNestedTooDeeply() {
        String body = "[{\"id\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}]";
        send(MediaType.APPLICATION_JSON, body.getBytes(StandardCharsets.UTF_8))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("The body can't be read: it is nested too deeply.");
    }

    @Test
    void refusesABodyThatIsTooLargeNamingTheLimit() {
        send(MediaType.APPLICATION_JSON, " ".repeat(17 * 1024 * 1024).getBytes(StandardCharsets.UTF_8))
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("A request may hold at most 16777216 bytes, unpacked.");
    }

    @Test
    void refusesOtherMediaTypesAndEncodings() {
        send(MediaType.APPLICATION_XML, new byte[] {'<'}).expectStatus().isEqualTo(415);
        request(MediaType.APPLICATION_JSON)
                .header("Content-Encoding", "br")
                .body(new byte[] {1})
                .exchange()
                .expectStatus()
                .isEqualTo(415);
    }

    @Test
    void refusesAKeyWithoutTheScope() {
        RestTestClient reader = api.with(keys.bearer(organization, Scope.USAGE_READ));

        reader.post()
                .uri("/v1/usage/events")
                .contentType(MediaType.APPLICATION_JSON)
                .body("[]")
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("FORBIDDEN");
    }

    @Test
    void recordsOverGraphQlWhatItRecordsOverHttp() {
        String mutation =
                "mutation($e: [UsageEventInput!]!) { recordUsage(events: $e) { accepted duplicates rejected { index field } } }";
        Map<String, Object> good =
                Map.of("id", "a", "occurredAt", Instant.now().toString(), "provider", "openai", "model", "gpt-5.5");
        Map<String, Object> bad = Map.of("id", "b", "provider", "openai", "model", "gpt-5.5");

        api.graphQl(client, mutation, Map.of("e", List.of(good, good, bad)))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.data.recordUsage")
                .value(answer -> assertThat(answer)
                        .isEqualTo(Map.of(
                                "accepted",
                                1,
                                "duplicates",
                                1,
                                "rejected",
                                List.of(Map.of("index", 2, "field", "id")))));
    }

    private RestTestClient.ResponseSpec send(MediaType type, byte[] body) {
        return request(type).body(body).exchange();
    }

    private RestTestClient.RequestBodySpec request(MediaType type) {
        return client.post().uri("/v1/usage/events").contentType(type);
    }

    private static void expectAccepted(RestTestClient.ResponseSpec answer, int events) {
        answer.expectStatus().isOk().expectBody().jsonPath("$.accepted").isEqualTo(events);
    }

    private String event(String id) {
        return "{\"id\":\"%s\",\"occurredAt\":\"%s\",\"provider\":\"openai\",\"model\":\"gpt-5.5\",\"inputTokens\":374}"
                .formatted(id, now);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }
}
