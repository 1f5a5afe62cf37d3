package dev.tollgate.graphql;

import dev.tollgate.core.ErrorCode;
import dev.tollgate.http.Problem;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.execution.TypeFromAST;
import graphql.execution.instrumentation.DocumentAndVariables;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names the place within a variable at which its value is wrong: the engine names the variable alone. */
@Component
class VariableFaults extends SimplePerformantInstrumentation {

    @Override
    public DocumentAndVariables instrumentDocumentAndVariables(
            DocumentAndVariables parsed,
            InstrumentationExecutionParameters parameters,
            @Nullable InstrumentationState state) {
        parameters.getGraphQLContext().put(Document.class, parsed.getDocument());
        return parsed;
    }

    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(
            ExecutionResult result,
            InstrumentationExecutionParameters parameters,
            @Nullable InstrumentationState state) {
        if (result.getErrors().stream().noneMatch(CoercingParseValueException.class::isInstance)) {
            return CompletableFuture.completedFuture(result);
        }
        List<GraphQLError> errors = result.getErrors().stream()
                .map(error -> placed(error, parameters.getSchema(), parameters.getExecutionInput()))
                .toList();
        return CompletableFuture.completedFuture(result.transform(answer -> answer.errors(errors)));
    }

    private static GraphQLError placed(GraphQLError error, GraphQLSchema schema, ExecutionInput input) {
        EngineMessage message = new EngineMessage(error.getMessage());
        return message.variable()
                .flatMap(variable -> place(variable, schema, input))
                .filter(place -> !place.isEmpty())
                .map(place ->
                        new Problem(ErrorCode.BAD_USER_INPUT, message.plain(), String.join(".", place), null, null))
                .<GraphQLError>map(problem -> CodedError.of(problem, error.getLocations(), error.getPath()))
                .orElse(error);
    }

    private static Optional<List<String>> place(String variable, GraphQLSchema schema, ExecutionInput input) {
        Document document = input.getGraphQLContext().get(Document.class);
        WrongValue wrong = new WrongValue(input.getGraphQLContext(), input.getLocale());
        return document.getDefinitionsOfType(OperationDefinition.class).stream()
                .flatMap(operation -> operation.getVariableDefinitions().stream())
                .filter(definition -> definition.getName().equals(variable))
                .flatMap(definition ->
                        wrong
                                .in(
                                        type(definition, schema),
                                        input.getRawVariables().toMap().get(variable))
                                .stream())
                .findFirst();
    }

    private static GraphQLType type(VariableDefinition definition, GraphQLSchema schema) {
        return TypeFromAST.getTypeFromAST(schema, definition.getType());
    }
}
