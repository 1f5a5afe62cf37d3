package dev.tollgate.graphql;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What others expect of a schema. */
class SchemaRulesTests {

    @Test
    void passesGraphqlEslint() {
        GraphQlTools.run("lint", Map.of());
    }

    @Test
    void hasConnectionsThatRelayCompiles() {
        GraphQlTools.run("relay", Map.of());
    }
}
