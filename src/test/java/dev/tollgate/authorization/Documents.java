package dev.tollgate.authorization;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes GraphQL documents that ask for a field, and along with it for everything that comes without a check of its own. */
final class Documents {

    private final GraphQLSchema schema;
    private final AccessTable table;
    private final Set<String> asked = new TreeSet<>();

    Documents(GraphQLSchema schema, AccessTable table) {
        this.schema = schema;
        this.table = table;
    }

    /** The fields that were asked for along with others so far. */
    Set<String> asked() {
        return asked;
    }

    /** The document of an entry, with its example's names still in it. */
    String of(Entry entry) {
        if (entry.example().startsWith("{")) {
            return entry.example().replace(entry.field() + "*", entry.field() + selection(entry));
        }
        String field = entry.field() + entry.example() + selection(entry);
        return switch (entry.type()) {
            case "Query" -> "{ " + field + " }";
            case "Mutation" -> "mutation { " + field + " }";
            case "Subscription" -> "subscription { " + field + " }";
            case "Organization" -> "{ organization(slug: \"$slug\") { " + field + " } }";
            case "Viewer" -> "{ viewer { " + field + " } }";
            default ->
                throw new IllegalStateException(
                        entry.name() + " needs a whole document in braces as its example in " + AccessTable.PLACE);
        };
    }

    private String selection(Entry entry) {
        GraphQLObjectType parent = schema.getObjectType(entry.type());
        GraphQLFieldDefinition field = parent == null ? null : parent.getFieldDefinition(entry.field());
        if (field == null) {
            throw new IllegalStateException(
                    entry.name() + " is no field of the schema: take it out of " + AccessTable.PLACE);
        }
        return selection(field.getType(), new HashSet<>());
    }

    /** Each type once: the second time it tells nothing new. */
    private String selection(GraphQLType type, Set<String> seen) {
        GraphQLNamedOutputType named = (GraphQLNamedOutputType) GraphQLTypeUtil.unwrapAll(type);
        if (GraphQLTypeUtil.isLeaf(named)) {
            return "";
        }
        if (!(named instanceof GraphQLObjectType object) || !seen.add(named.getName())) {
            return " { __typename }";
        }
        return object.getFieldDefinitions().stream()
                .filter(field -> comesAlong(object, field))
                .map(field -> field.getName() + arguments(object, field) + selection(field.getType(), seen))
                .collect(Collectors.joining(" ", " { __typename ", " }"));
    }

    private boolean comesAlong(GraphQLObjectType type, GraphQLFieldDefinition field) {
        String name = type.getName() + "." + field.getName();
        boolean along = Schemas.isStructure(type)
                || table.find(name).map(entry -> entry.rule().isParent()).orElse(false);
        if (along) {
            asked.add(name);
        }
        return along;
    }

    private String arguments(GraphQLObjectType type, GraphQLFieldDefinition field) {
        String example = table.find(type.getName() + "." + field.getName())
                .map(Entry::example)
                .orElse("");
        if (example.isEmpty() && field.getArguments().stream().anyMatch(Documents::isNeeded)) {
            throw new IllegalStateException(type.getName() + "." + field.getName()
                    + " needs arguments: write them as its example in " + AccessTable.PLACE);
        }
        return example;
    }

    private static boolean isNeeded(GraphQLArgument argument) {
        return GraphQLTypeUtil.isNonNull(argument.getType()) && !argument.hasSetDefaultValue();
    }
}
