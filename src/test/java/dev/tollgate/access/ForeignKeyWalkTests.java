package dev.tollgate.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.Scope;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestKeys;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Walks the whole schema with no key, and with the key of another organization. */
@TollgateTest
class ForeignKeyWalkTests {

    private final GraphQLSchema schema;
    private final TestApi api;
    private final TestKeys keys;
    private final TestOrganizations organizations;
    private final Victim victim;
    private final List<ForeignOperation> operations;

    @Autowired
    ForeignKeyWalkTests(GraphQlSource source, TestApi api, TestKeys keys, TestOrganizations organizations) {
        this.schema = source.schema();
        this.api = api;
        this.keys = keys;
        this.organizations = organizations;
        this.victim = new Victim(api, keys, organizations.create());
        this.operations = ForeignOperations.on(victim);
    }

    /** Subscriptions take no id and no name: they tell of the viewer's own organization, or of nothing. */
    @Test
    void triesEveryFieldOfTheSchema() {
        assertThat(operations.stream().map(ForeignOperation::field).distinct())
                .containsExactlyInAnyOrderElementsOf(rootFields());
    }

    private List<String> rootFields() {
        return Stream.of(schema.getQueryType(), schema.getMutationType())
                .flatMap(ForeignKeyWalkTests::fields)
                .toList();
    }

    private static Stream<String> fields(GraphQLObjectType root) {
        return root.getFieldDefinitions().stream().map(field -> root.getName() + "." + field.getName());
    }

    @TestFactory
    Stream<DynamicTest> answersNobody() {
        return each(operation -> {
            String before = victim.everything();

            assertThat(ask(api.anonymous(), operation))
                    .contains("UNAUTHENTICATED")
                    .doesNotContain("\"data\":{")
                    .doesNotContain(victim.secrets());
            assertThat(victim.everything()).isEqualTo(before);
        });
    }

    @TestFactory
    Stream<DynamicTest> tellsAndChangesNothingOfOthers() {
        return each(operation -> {
            String before = victim.everything();
            RestTestClient stranger = api.with(keys.bearer(organizations.create(), Scope.ADMIN));

            assertThat(ask(stranger, operation)).contains(operation.answer()).doesNotContain(victim.secrets());
            assertThat(victim.everything())
                    .isEqualTo(before)
                    .contains(victim.secrets().getFirst(), Victim.PRICE);
        });
    }

    private Stream<DynamicTest> each(Consumer<ForeignOperation> check) {
        return operations.stream()
                .map(operation -> DynamicTest.dynamicTest(
                        operation.field() + " " + operation.variables().keySet(), () -> check.accept(operation)));
    }

    private String ask(RestTestClient client, ForeignOperation operation) {
        byte[] body = api.graphQl(client, operation.document(), operation.variables())
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
    }
}
