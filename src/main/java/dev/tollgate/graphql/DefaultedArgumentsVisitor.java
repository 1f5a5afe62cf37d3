package dev.tollgate.graphql;

import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.util.List;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;

/** Applies {@link DefaultedArguments} to every field of the schema. */
@Component
class DefaultedArgumentsVisitor extends GraphQLTypeVisitorStub implements GraphQlSourceBuilderCustomizer {

    @Override
    public void customize(GraphQlSource.SchemaResourceBuilder builder) {
        builder.typeVisitors(List.of(this));
    }

    @Override
    public TraversalControl visitGraphQLFieldDefinition(
            GraphQLFieldDefinition field, TraverserContext<GraphQLSchemaElement> context) {
        GraphQLCodeRegistry.Builder registry = context.getVarFromParents(GraphQLCodeRegistry.Builder.class);
        if (registry != null && context.getParentNode() instanceof GraphQLObjectType type && hasDefaults(type, field)) {
            FieldCoordinates place = FieldCoordinates.coordinates(type, field);
            registry.dataFetcher(place, new DefaultedArguments(registry.getDataFetcher(place, field), field));
        }
        return TraversalControl.CONTINUE;
    }

    private static boolean hasDefaults(GraphQLObjectType type, GraphQLFieldDefinition field) {
        return !type.getName().startsWith("__")
                && field.getArguments().stream().anyMatch(GraphQLArgument::hasSetDefaultValue);
    }
}
