package dev.tollgate.graphql;

import dev.tollgate.core.ErrorCode;
import dev.tollgate.http.Problem;
import dev.tollgate.http.Problems;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.introspection.GoodFaithIntrospection.BadFaithIntrospectionError;
import graphql.introspection.IntrospectionDisabledError;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;

/** Gives a code to the errors that the engine itself makes: those of parsing, validating, and coercing. */
final class ErrorCodes {

    private ErrorCodes() {}

    /** The error itself when it has a code, else one that says the same with the code that fits. */
    static GraphQLError coded(GraphQLError error) {
        return error instanceof CodedError
                ? error
                : CodedError.of(problem(error), error.getLocations(), error.getPath());
    }

    private static Problem problem(GraphQLError error) {
        return switch (error) {
            case BadFaithIntrospectionError _ -> Problem.of(ErrorCode.TOO_COMPLEX, error.getMessage());
            case IntrospectionDisabledError _ -> Problem.of(ErrorCode.FORBIDDEN, error.getMessage());
            case CoercingParseValueException _, CoercingParseLiteralException _ -> badInput(error);
            default -> problemOfType(error);
        };
    }

    private static Problem problemOfType(GraphQLError error) {
        return switch (error.getErrorType()) {
            case ErrorType.InvalidSyntax, ErrorType.ValidationError, ErrorType.OperationNotSupported -> badInput(error);
            case ErrorType.ExecutionAborted -> Problem.of(ErrorCode.TOO_COMPLEX, error.getMessage());
            case null, default -> Problems.defect(new IllegalStateException(error.toString()));
        };
    }

    private static Problem badInput(GraphQLError error) {
        EngineMessage message = new EngineMessage(error.getMessage());
        return new Problem(ErrorCode.BAD_USER_INPUT, message.plain(), message.field(), null, null);
    }
}
