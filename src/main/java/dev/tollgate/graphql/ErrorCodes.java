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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gives a code to the errors that the engine itself makes: those of parsing, validating, and coercing. */
final class ErrorCodes {

    /** The engine names what is wrong in the text of its messages only. */
    private static final Pattern NAMED =
            Pattern.compile("(?:[Ff]ield '(\\w+)' of variable|[Vv]ariable '(\\w+)'|[Aa]rgument '([\\w.]+)')");

    private ErrorCodes() {}

    /** The error itself when it has a code, else one with the same text and the code that fits. */
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
        return new Problem(ErrorCode.BAD_USER_INPUT, error.getMessage(), field(error.getMessage()), null, null);
    }

    private static @Nullable String field(String message) {
        Matcher matcher = NAMED.matcher(message);
        if (!matcher.find()) {
            return null;
        }
        String nested = matcher.group(1);
        String variable = matcher.group(2);
        return nested != null ? nested : variable != null ? variable : matcher.group(3);
    }
}
