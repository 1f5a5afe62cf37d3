package dev.tollgate.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testing.Seed;
import dev.tollgate.testing.TollgateTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Sends bad bodies to the HTTP API. Each is answered with a code and the field at fault, or it is good after all. */
@TollgateTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadBodyTests {

    private static final String NESTED = "[".repeat(20_000);
    private static final List<String> UNREADABLE = List.of(
            "",
            "null",
            "{",
            "[",
            "\"text\"",
            "{}{}",
            "\u0000",
            "{\"feature\":1e999999999}",
            "{\"id\":\"a\",\"provider\":\"p\",\"model\":\"m\",\"inputTokens\":1e999999999,\"cost\":1e999999999}",
            "{\"inputTokens\":1e999999999,\"cost\":1e-999999999}",
            "{\"estimatedCost\":1e999999999}",
            "{\"feature\":\"a\",\"feature\":\"b\"}",
            "{'feature':'a'}",
            "{\"feature\":NaN}",
            "{\"feature\":\"\\ud800\"}",
            "{\"feature\":\"" + "x".repeat(2_000_000) + "\"}",
            "{\"a\":" + NESTED,
            NESTED);

    private final Side side;

    @Autowired
    BadBodyTests(ApplicationContext beans) {
        this.side = new Side(beans);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/usage/events",
                "/v1/features/decisions",
                "/v1/quotas/reservations",
                "/v1/quotas/reservations/nothing/settle",
                "/v1/quotas/reservations/nothing/release"
            })
    void whatCannotBeReadIsRefused(String path) {
        List<String> complaints = new ArrayList<>();
        for (String body : UNREADABLE) {
            send(path, body, Place.of(""), complaints);
        }
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"""
                /v1/usage/events | {"id":"a","occurredAt":"2026-01-01T00:00:00Z","provider":"p","model":"m","requestType":"CHAT","serviceTier":"s",\
                "inputTokens":3,"cachedInputTokens":1,"cacheCreationTokens":1,"cacheCreation1hTokens":1,"outputTokens":2,"reasoningTokens":1,\
                "audioInputTokens":1,"audioOutputTokens":1,"tokenProvenance":"PROVIDER","latencyMs":1,"timeToFirstTokenMs":1,"status":"SUCCESS",\
                "errorCode":"e","requestCount":1,"feature":"f","team":"t","project":"p","costCenter":"c","environment":"e","user":"u",\
                "session":"s","requestId":"r","reservation":"r","tags":{"a":"b"},"quantities":{"images":1},"cost":1}""", """
                /v1/features/decisions | {"feature":"f","user":"u","team":"t","session":"s","environment":"e"}""", """
                /v1/quotas/reservations | {"feature":"f","user":"u","team":"t","project":"p","model":"m","provider":"p",\
                "estimatedInputTokens":1,"estimatedOutputTokens":1,"estimatedCost":1}""", """
                /v1/quotas/reservations/nothing/settle | {"inputTokens":1,"outputTokens":1,"cost":1}"""})
    void whatIsWrongIsToldWithItsField(String path, String good) {
        Map<String, Object> body = object(good);
        List<String> complaints = new ArrayList<>();
        for (String field : body.keySet()) {
            Place place = Place.of(field);
            vary(path, place, body, complaints);
            if (body.get(field) instanceof Map<?, ?> inner) {
                inner.keySet().forEach(name -> vary(path, place.then(name), body, complaints));
            }
        }
        send(
                path,
                Caller.JSON.writeValueAsString(Place.of("noSuchField").put(body, 1)),
                Place.of("noSuchField"),
                complaints);
        assertThat(complaints).as("%s, %s", path, Seed.hint()).isEmpty();
    }

    /** Some are refused before there is a request to answer. */
    @Test
    void noReservationIsFoundByAnOddId() {
        for (String id :
                List.of("%00", "%20", "%2e%2e", "a%2fb", "%ff", "x".repeat(5_000), "*", "%7B%7D", "%0a", "a;b=c")) {
            for (String action : List.of("settle", "release")) {
                assertThat(side.administrator()
                                .send("POST", "/v1/quotas/reservations/" + id + "/" + action, "{}")
                                .status())
                        .as(id)
                        .isBetween(400, 499);
            }
        }
    }

    private void vary(String path, Place place, Map<String, Object> body, List<String> complaints) {
        List<Object> values = new ArrayList<>(BadValues.ofAnotherKind());
        values.addAll(BadValues.of("String", new Random(Seed.value())));
        values.addAll(BadValues.of("Decimal", new Random(Seed.value())));
        values.addAll(BadValues.of("DateTime", new Random(Seed.value())));
        for (Object value : values) {
            send(path, Caller.JSON.writeValueAsString(place.put(body, value)), place, complaints);
        }
        send(path, Caller.JSON.writeValueAsString(place.put(body, null)), place, complaints);
        send(path, Caller.JSON.writeValueAsString(place.without(body)), place, complaints);
    }

    private void send(String path, String body, Place place, List<String> complaints) {
        Caller.Answer answer = side.administrator().send("POST", path, body);
        Refusal.of(answer)
                .complaint(place)
                .ifPresent(complaint -> complaints.add(path + " "
                        + place + " " + body.substring(0, Math.min(body.length(), 100)) + ": " + complaint + "; "
                        + answer.status() + " "
                        + answer.body().substring(0, Math.min(answer.body().length(), 300))));
    }

    @SuppressWarnings("unchecked") // a JSON object
    private static Map<String, Object> object(String text) {
        return Caller.JSON.readValue(text, LinkedHashMap.class);
    }
}
