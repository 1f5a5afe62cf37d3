package dev.tollgate.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostLimitTests {

    private static final CostEstimator FIVE_THOUSAND_CELLS_A_TOTAL =
            (field, context) -> field.getFieldName().equals("totals") ? 4_001 : 0;

    private final Engine engine =
            new Engine(new CostLimit(Engine.settings(Map.of("max-cost", "1")), List.of(FIVE_THOUSAND_CELLS_A_TOTAL)));

    /** Every query costs more than 1, so that its refusal tells what it costs. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    { shop { shops(first: 7) { name } } }                       | 8
                    { shop { shops { name } } }                                 | 11
                    { shop { shops(first: 4) { shops(first: 5) { name } } } }   | 25
                    { shop { shops(first: 4) { tags { name } } } }              | 45
                    { shops { totalCount nodes { name } } }                     | 4
                    { shops(first: 6) { totalCount nodes { name } } }           | 7
                    { shop { totals { sum } } }                                 | 7
                    { shops { totals { sum } nodes { totals { sum } } } }       | 28
                    { a: shop { name } b: shop { name } }                       | 2
                    """)
    void computesWhatAQueryWouldCost(String query, long cost) {
        assertThat(engine.refusal(query))
                .isEqualTo(Map.of("code", "TOO_COMPLEX", "what", "cost", "limit", 1L, "requested", cost));
    }

    @ParameterizedTest
    @CsvSource({"{ shop { name } }", "{ __schema { types { fields { name } } } }", "{ __typename }"})
    void letsThroughWhatIsWithinTheLimit(String query) {
        assertThat(engine.errors(query)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource("2147483647")
    void doesNotOverflow(int first) {
        String query = "{ shop { shops(first: %1$d) { shops(first: %1$d) { shops(first: %1$d) { name } } } } }";

        assertThat(engine.refusal(query.formatted(first))).containsEntry("requested", Long.MAX_VALUE);
    }
}
