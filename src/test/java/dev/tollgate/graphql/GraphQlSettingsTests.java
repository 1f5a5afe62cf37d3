package dev.tollgate.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

class GraphQlSettingsTests {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(GraphQlConfiguration.class);

    @Test
    void nothingSet() {
        application.run(context -> assertThat(context.getBean(GraphQlSettings.class))
                .isEqualTo(new GraphQlSettings(
                        20, 1000, 50, 50, 4, 20, 20, 15_000, 100_000, 50_000, 10, DataSize.ofMegabytes(16), true)));
    }

    @Test
    void everythingSet() {
        application
                .withPropertyValues(
                        "tollgate.graphql.max-depth=1",
                        "tollgate.graphql.max-fields=2",
                        "tollgate.graphql.max-aliases=3",
                        "tollgate.graphql.max-directives=4",
                        "tollgate.graphql.max-directives-per-place=5",
                        "tollgate.graphql.max-duplicate-fields=6",
                        "tollgate.graphql.max-root-fields=7",
                        "tollgate.graphql.max-tokens=8",
                        "tollgate.graphql.max-characters=9",
                        "tollgate.graphql.max-cost=10",
                        "tollgate.graphql.assumed-list-size=11",
                        "tollgate.graphql.max-body=12KB",
                        "tollgate.graphql.introspection=false")
                .run(context -> assertThat(context.getBean(GraphQlSettings.class))
                        .isEqualTo(new GraphQlSettings(
                                1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, DataSize.ofKilobytes(12), false)));
    }

    @Test
    void wrong() {
        application
                .withPropertyValues("tollgate.graphql.max-depth=0")
                .run(context -> assertThat(context).hasFailed());
    }
}
