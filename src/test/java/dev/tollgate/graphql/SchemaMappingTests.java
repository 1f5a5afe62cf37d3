package dev.tollgate.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testing.TestSchema;
import dev.tollgate.testing.TollgateTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.SchemaReport;

@TollgateTest
class SchemaMappingTests {

    private final SchemaReport report;

    @Autowired
    SchemaMappingTests(TestSchema schema) {
        this.report = schema.report();
    }

    @Test
    void everyFieldHasItsController() {
        assertThat(report.unmappedFields()).isEmpty();
    }

    @Test
    void everyControllerHasItsField() {
        assertThat(report.unmappedRegistrations()).isEmpty();
        assertThat(report.unmappedArguments()).isEmpty();
    }

    @Test
    void nothingIsNullThatMustNotBe() {
        assertThat(report.fieldNullnessErrors()).isEmpty();
    }
}
