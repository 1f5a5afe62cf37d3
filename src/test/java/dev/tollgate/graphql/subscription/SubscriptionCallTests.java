package dev.tollgate.graphql.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.support.DefaultGraphQlRequest;

class SubscriptionCallTests {

    @Test
    void isEmptyForWhatIsNoSubscription() {
        assertThat(SubscriptionCall.of(request("{ a }", null, Map.of()))).isEmpty();
        assertThat(SubscriptionCall.of(request("mutation { a }", null, Map.of())))
                .isEmpty();
        assertThat(SubscriptionCall.of(request("subscription {", null, Map.of())))
                .isEmpty();
        assertThat(SubscriptionCall.of(request("subscription A { a } subscription B { b }", null, Map.of())))
                .isEmpty();
        assertThat(SubscriptionCall.of(request("subscription A { a }", "B", Map.of())))
                .isEmpty();
    }

    @Test
    void findsTheOperationByName() {
        assertThat(SubscriptionCall.of(request("query A { a } subscription B { b }", "B", Map.of())))
                .isPresent();
        assertThat(SubscriptionCall.of(request("query A { a } subscription B { b }", "A", Map.of())))
                .isEmpty();
    }

    @Test
    void takesOutALiteralCursor() {
        SubscriptionCall one = call("subscription { t(every: 1, after: \"one\") { x } }", Map.of());
        SubscriptionCall other = call("subscription { t(every: 1, after: \"other\") { x } }", Map.of());

        assertThat(one.after()).isEqualTo("one");
        assertThat(other.after()).isEqualTo("other");
        assertThat(one.document()).isEqualTo(other.document()).doesNotContain("after");
    }

    @Test
    void seesTheSameInAnotherForm() {
        assertThat(call("subscription {\n  # all\n  t(after: \"c\") { x, y }\n}", Map.of())
                        .document())
                .isEqualTo(call("subscription { t { x y } }", Map.of()).document());
    }

    @Test
    void takesOutACursorInAFragment() {
        SubscriptionCall call = call(
                "subscription { ...F } fragment F on Subscription { ... on Subscription { t(after: \"c\") { x } } }",
                Map.of());

        assertThat(call.after()).isEqualTo("c");
        assertThat(call.document()).doesNotContain("after");
    }

    @Test
    void takesOutAVariableCursor() {
        String document = "subscription S($f: F, $a: String) { t(filter: $f, after: $a) { x } }";
        SubscriptionCall one = call(document, Map.of("a", "one", "f", Map.of("model", "m")));
        SubscriptionCall other = call(document, Map.of("f", Map.of("model", "m")));

        assertThat(one.after()).isEqualTo("one");
        assertThat(other.after()).isNull();
        assertThat(one.variables()).isEqualTo(other.variables()).doesNotContainKey("a");
    }

    @Test
    void knowsTheDefaultOfAVariable() {
        String document = "subscription S($a: String = \"c\") { t(after: $a) { x } }";

        assertThat(call(document, Map.of()).after()).isEqualTo("c");
        assertThat(call(document, nothing()).after()).isNull();
    }

    @Test
    void leavesAlone() {
        String twice = "subscription S($a: String) { t(filter: $a, after: $a) { x } }";
        assertThat(call(twice, Map.of("a", "one")).variables()).containsKey("a");

        String other = "subscription S($a: Int) { t(after: $a) { x } }";
        assertThat(call(other, Map.of("a", 1)).variables()).containsKey("a");

        String nested = "subscription S($a: String) { t { x(after: $a) } }";
        assertThat(call(nested, Map.of("a", "one")).variables()).containsKey("a");

        assertThat(call("subscription { t(after: 5) { x } }", Map.of()).document())
                .contains("after");
    }

    @Test
    void endsWithFragmentsInACircle() {
        assertThat(call("subscription { ...F } fragment F on S { ...F }", Map.of())
                        .after())
                .isNull();
    }

    private static Map<String, @Nullable Object> nothing() {
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("a", null);
        return variables;
    }

    private static SubscriptionCall call(String document, Map<String, ? extends @Nullable Object> variables) {
        return Objects.requireNonNull(
                SubscriptionCall.of(request(document, null, variables)).orElse(null));
    }

    private static DefaultGraphQlRequest request(
            String document, @Nullable String operation, Map<String, ? extends @Nullable Object> variables) {
        return new DefaultGraphQlRequest(document, operation, new HashMap<>(variables), Map.of());
    }
}
