package dev.tollgate.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QueryLimitsTests {

    @Test
    void countsLevels() {
        Engine engine = limited("max-depth", 3);

        assertThat(engine.errors("{ shop { shops { name } } }")).isEmpty();
        assertThat(engine.refusal("{ shop { shops { shops { name } } } }"))
                .containsAllEntriesOf(refusal("levels", 3, 4));
        assertThat(engine.refusal("{ shop { ...A } } fragment A on Shop { shops { ... { shops { name } } } }"))
                .containsAllEntriesOf(refusal("levels", 3, 4));
    }

    @Test
    void countsFieldsInEveryPlaceOfAFragment() {
        Engine engine = limited("max-fields", 5);
        String fragment = " fragment A on Shop { name totals { sum } }";

        assertThat(engine.errors("{ shop { ...A } }" + fragment)).isEmpty();
        assertThat(engine.refusal("{ shop { ...A shops { ...A } } }" + fragment))
                .containsAllEntriesOf(refusal("fields", 5, 8));
    }

    @Test
    void isNotMadeToCountForEverByFragments() {
        String doubling = IntStream.range(0, 60)
                .mapToObj(i ->
                        "fragment F%d on Shop { a: shops { ...F%d } b: shops { ...F%d } }".formatted(i, i + 1, i + 1))
                .collect(Collectors.joining("\n"));
        Engine engine =
                new Engine(new QueryLimits(Engine.settings(Map.of("max-aliases", "1000", "max-depth", "1000"))));

        assertThat(engine.refusal("{ shop { ...F0 } } fragment F60 on Shop { name } " + doubling))
                .containsEntry("what", "fields");
        assertThat(engine.errors("{ shop { ...A } } fragment A on Shop { ...A }"))
                .noneMatch(CodedError.class::isInstance)
                .isNotEmpty();
    }

    @Test
    void countsAliases() {
        assertThat(limited("max-aliases", 100).refusal(repeated("a%d: __typename", 101)))
                .containsAllEntriesOf(refusal("aliases", 100, 101));
    }

    @Test
    void countsDirectives() {
        assertThat(limited("max-directives-per-place", 4).refusal("{ __typename @a @a @a @a @a }"))
                .containsAllEntriesOf(refusal("directives in one place", 4, 5));
        assertThat(limited("max-directives", 2).refusal("query @a { shop { name @a ... @a { name } } }"))
                .containsAllEntriesOf(refusal("directives", 2, 3));
    }

    @Test
    void countsFieldsGivenTwice() {
        assertThat(limited("max-duplicate-fields", 20).refusal(repeated("__typename", 500)))
                .containsAllEntriesOf(refusal("duplicate fields", 20, 499));
    }

    @Test
    void countsRootFields() {
        assertThat(limited("max-root-fields", 2).refusal("{ a: __typename ... { b: __typename c: __typename } }"))
                .containsAllEntriesOf(refusal("root fields", 2, 3));
    }

    @Test
    void countsCharacters() {
        assertThat(limited("max-characters", 14).refusal("{ __typename  }"))
                .containsAllEntriesOf(refusal("characters", 14, 15));
    }

    @Test
    void hidesTheSchemaWhereItShould() {
        Engine closed = new Engine(new QueryLimits(Engine.settings(Map.of("introspection", "false"))));

        assertThat(closed.errors("{ __schema { types { name } } }"))
                .singleElement()
                .extracting(error -> ErrorCodes.coded(error).getExtensions())
                .isEqualTo(Map.of("code", "FORBIDDEN"));
        assertThat(closed.errors("{ __typename }")).isEmpty();
    }

    private static Engine limited(String setting, int limit) {
        return new Engine(new QueryLimits(Engine.settings(Map.of(setting, String.valueOf(limit)))));
    }

    private static String repeated(String field, int times) {
        return IntStream.range(0, times).mapToObj(field::formatted).collect(Collectors.joining(" ", "{ ", " }"));
    }

    private static Map<String, Object> refusal(String what, long limit, long actual) {
        return Map.of("code", "TOO_COMPLEX", "what", what, "limit", limit, "actual", actual);
    }
}
