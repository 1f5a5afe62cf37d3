package dev.tollgate.authorization;

import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the values that stand in GraphQL documents. */
final class Literals {

    private Literals() {}

    static Object value(Value<?> literal) {
        return switch (literal) {
            case StringValue text -> String.valueOf(text.getValue());
            case IntValue number -> number.getValue();
            case FloatValue number -> number.getValue();
            case BooleanValue choice -> choice.isValue();
            case EnumValue name -> name.getName();
            case ArrayValue list ->
                list.getValues().stream().map(Literals::value).toList();
            case ObjectValue object -> object(object);
            default -> throw new IllegalArgumentException(literal.toString());
        };
    }

    private static Map<String, Object> object(ObjectValue literal) {
        Map<String, Object> object = new LinkedHashMap<>();
        literal.getObjectFields().forEach(field -> object.put(field.getName(), value(field.getValue())));
        return object;
    }
}
