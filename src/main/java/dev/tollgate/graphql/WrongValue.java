package dev.tollgate.graphql;

import graphql.GraphQLContext;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks within a variable's value for the first that its type does not take. */
final class WrongValue {

    private final GraphQLContext context;
    private final Locale locale;

    WrongValue(GraphQLContext context, Locale locale) {
        this.context = context;
        this.locale = locale;
    }

    /** The names on the way to it, none where it is the value itself; empty when all are taken. Places in lists have no name. */
    Optional<List<String>> in(GraphQLType type, @Nullable Object value) {
        if (value == null) {
            return here(GraphQLTypeUtil.isNonNull(type));
        }
        return switch (GraphQLTypeUtil.unwrapNonNull(type)) {
            case GraphQLList list -> inElements(list, value);
            case GraphQLInputObjectType object ->
                value instanceof Map<?, ?> fields ? inFields(object, fields) : here(true);
            case GraphQLEnumType names -> here(!(value instanceof String name) || names.getValue(name) == null);
            case GraphQLScalarType scalar -> here(!isTaken(scalar, value));
            default -> Optional.empty();
        };
    }

    private static Optional<List<String>> here(boolean wrong) {
        return wrong ? Optional.of(List.of()) : Optional.empty();
    }

    private Optional<List<String>> inElements(GraphQLList list, Object value) {
        Collection<?> elements = value instanceof Collection<?> several ? several : List.of(value);
        return elements.stream()
                .flatMap(element -> in(list.getWrappedType(), element).stream())
                .findFirst();
    }

    private Optional<List<String>> inFields(GraphQLInputObjectType object, Map<?, ?> fields) {
        return object.getFieldDefinitions().stream()
                .filter(field -> fields.containsKey(field.getName()))
                .flatMap(field -> inField(field, fields.get(field.getName())))
                .findFirst();
    }

    private Stream<List<String>> inField(GraphQLInputObjectField field, @Nullable Object value) {
        return in(field.getType(), value).stream()
                .map(rest ->
                        Stream.concat(Stream.of(field.getName()), rest.stream()).toList());
    }

    private boolean isTaken(GraphQLScalarType scalar, Object value) {
        try {
            scalar.getCoercing().parseValue(value, context, locale);
            return true;
        } catch (CoercingParseValueException _) {
            return false;
        }
    }
}
