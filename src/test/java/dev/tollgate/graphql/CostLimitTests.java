package dev.tollgate.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.GraphQLContext;
import graphql.normalized.ExecutableNormalizedField;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostLimitTests {

    /** Totals read 4,001 cells, and a shop has 50 labels. */
    private static final CostEstimator SHOPS = new CostEstimator() {

        @Override
        public long estimateCells(ExecutableNormalizedField field, GraphQLContext context) {
            return field.getFieldName().equals("totals") ? 4_001 : 0;
        }

        @Override
        public OptionalLong estimateRows(ExecutableNormalizedField field, GraphQLContext context) {
            return field.getFieldName().equals("labels") ? OptionalLong.of(50) : OptionalLong.empty();
        }
    };

    private final Engine engine = new Engine(new CostLimit(Engine.settings(Map.of("max-cost", "1")), List.of(SHOPS)));

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
                    { shop { labels { name } } }                                | 51
                    { shop { shops(first: 2) { labels { name } } } }            | 103
                    { shop { shops(first: 2147483647) { name } } }              | 1001
                    { shop { shops(first: -1) { name } tags { name } } }        | 11
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

    @Test
    void doesNotOverflow() {
        String query = "{ shop { " + "shops(first: 1000) { ".repeat(7) + "name" + " }".repeat(7) + " } }";

        assertThat(engine.refusal(query)).containsEntry("requested", Long.MAX_VALUE);
    }
}
