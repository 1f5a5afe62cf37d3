package dev.tollgate.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testing.TollgateTest;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.graphql.execution.SchemaMappingInspector;
import org.springframework.graphql.execution.SchemaReport;

@TollgateTest
class SchemaMappingTests {

    private final SchemaReport report;

    @Autowired
    SchemaMappingTests(GraphQlSource source, List<RuntimeWiringConfigurer> configurers) {
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
        configurers.forEach(configurer -> configurer.configure(wiring));
        this.report = SchemaMappingInspector.inspect(source.schema(), wiring.build());
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
