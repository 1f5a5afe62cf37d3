package dev.tollgate.graphql;

import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.execution.instrumentation.Instrumentation;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A small schema behind one instrumentation. */
final class Engine {

    private static final String SCHEMA = """
            type Query { shop: Shop  shops(first: Int = 3): ShopConnection! }
            type ShopConnection { nodes: [Shop!]!  totals: Totals!  totalCount: Int! }
            type Shop { name: String  shops(first: Int): [Shop!]  tags: [Tag!]  labels: [Tag!]  totals: Totals }
            type Tag { name: String }
            type Totals { sum: Int }
            """;

    private final GraphQL graphQl;

    Engine(Instrumentation instrumentation) {
        graphQl = GraphQL.newGraphQL(new SchemaGenerator()
                        .makeExecutableSchema(new SchemaParser().parse(SCHEMA), RuntimeWiring.MOCKED_WIRING))
                .instrumentation(instrumentation)
                .build();
    }

    /** The settings with some of them changed. */
    static GraphQlSettings settings(Map<String, String> changed) {
        return new Binder(new MapConfigurationPropertySource(changed)).bindOrCreate("", GraphQlSettings.class);
    }

    List<GraphQLError> errors(String query) {
        ExecutionResult result = graphQl.execute(query);
        return result.getErrors();
    }

    /** What the only error tells beside its code. */
    Map<String, Object> refusal(String query) {
        List<GraphQLError> errors = errors(query);
        if (errors.size() != 1 || !(errors.getFirst() instanceof CodedError error)) {
            throw new AssertionError("expected one refusal but got " + Arrays.toString(errors.toArray()));
        }
        return error.getExtensions();
    }
}
