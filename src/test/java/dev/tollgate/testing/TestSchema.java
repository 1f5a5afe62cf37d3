package dev.tollgate.testing;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.execution.SchemaReport;

/**
 * What is said of the schema and its controllers when they are wired. Wiring them another time would register their batch loaders
 * twice.
 */
@TestComponent
public class TestSchema implements GraphQlSourceBuilderCustomizer {

    private @Nullable SchemaReport report;

    @Override
    public void customize(GraphQlSource.SchemaResourceBuilder builder) {
        builder.inspectSchemaMappings(inspected -> report = inspected);
    }

    /** What has no counterpart. */
    public SchemaReport report() {
        return Objects.requireNonNull(report);
    }
}
