package dev.tollgate.authorization;

import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.stream.Stream;

/** Looks at schemas. */
final class Schemas {

    private Schemas() {}

    /** Whether the type is nothing but the form of lists. */
    static boolean isStructure(GraphQLNamedType type) {
        return type.getName().matches("\\w+(Connection|Edge)|PageInfo");
    }

    /** Every field of the object types that say something, as {@code Type.field}. */
    static Stream<String> fields(GraphQLSchema schema) {
        return schema.getAllTypesAsList().stream()
                .filter(GraphQLObjectType.class::isInstance)
                .map(GraphQLObjectType.class::cast)
                .filter(type -> !type.getName().startsWith("__") && !isStructure(type))
                .flatMap(type ->
                        type.getFieldDefinitions().stream().map(field -> type.getName() + "." + field.getName()));
    }
}
