package dev.tollgate.graphql.subscription;

import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.language.StringValue;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.GraphQlRequest;

/**
 * A request to subscribe, with the place to resume from taken out: two of them are the same subscription when nothing else in
 * them differs.
 *
 * @param document the document, without a cursor in it, and with nothing in it that means nothing
 * @param operationName the operation meant; null: the only one
 * @param variables the variables, without the cursor
 * @param after the cursor; null: none
 */
record SubscriptionCall(
        String document,
        @Nullable String operationName,
        Map<String, @Nullable Object> variables,
        @Nullable String after) {

    /** The request as a subscription; empty when it is something else, or nothing that can be executed. */
    static Optional<SubscriptionCall> of(GraphQlRequest call) {
        try {
            Document document = Parser.parse(call.getDocument());
            return operation(document, call.getOperationName())
                    .filter(operation -> operation.getOperation() == OperationDefinition.Operation.SUBSCRIPTION)
                    .map(operation -> of(call, document, operation));
        } catch (InvalidSyntaxException _) {
            return Optional.empty();
        }
    }

    private static Optional<OperationDefinition> operation(Document document, @Nullable String name) {
        List<OperationDefinition> operations = document.getDefinitionsOfType(OperationDefinition.class);
        return name == null || name.isEmpty()
                ? operations.stream().findFirst().filter(_ -> operations.size() == 1)
                : operations.stream()
                        .filter(operation -> name.equals(operation.getName()))
                        .findFirst();
    }

    private static SubscriptionCall of(GraphQlRequest call, Document document, OperationDefinition operation) {
        CursorArgument cursor = CursorArgument.in(document, operation);
        return switch (cursor.value()) {
            case StringValue literal -> of(call, cursor.removedFrom(document), literal.getValue());
            case VariableReference variable
            when !cursor.isUsedElsewhere(document, variable) -> of(call, document, operation, variable.getName());
            case null, default -> of(call, document, (String) null);
        };
    }

    private static SubscriptionCall of(GraphQlRequest call, Document document, @Nullable String after) {
        return new SubscriptionCall(
                AstPrinter.printAstCompact(document), call.getOperationName(), call.getVariables(), after);
    }

    /** A value of another type stays where it is, for the execution to complain about. */
    private static SubscriptionCall of(
            GraphQlRequest call, Document document, OperationDefinition operation, String name) {
        Map<String, @Nullable Object> others = new HashMap<>(call.getVariables());
        Object value = others.containsKey(name) ? others.remove(name) : defaultValue(operation, name);
        return value == null || value instanceof String
                ? new SubscriptionCall(
                        AstPrinter.printAstCompact(document), call.getOperationName(), others, (String) value)
                : of(call, document, (String) null);
    }

    private static @Nullable String defaultValue(OperationDefinition operation, String name) {
        return operation.getVariableDefinitions().stream()
                .filter(definition -> definition.getName().equals(name))
                .map(VariableDefinition::getDefaultValue)
                .filter(StringValue.class::isInstance)
                .map(value -> ((StringValue) value).getValue())
                .findFirst()
                .orElse(null);
    }
}
