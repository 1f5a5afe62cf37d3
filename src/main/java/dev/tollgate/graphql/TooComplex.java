package dev.tollgate.graphql;

import dev.tollgate.core.ErrorCode;
import graphql.execution.AbortExecutionException;
import java.util.List;
import java.util.Map;

/** Refuses a query that is more than a limit allows, and says which, how much is allowed, and how much was asked for. */
final class TooComplex {

    private TooComplex() {}

    /** Throws unless the actual value is within the limit. */
    static void check(String what, long limit, long actual) {
        if (actual > limit) {
            String message = "The query has " + actual + " " + what + "; at most " + limit + " are allowed.";
            throw refusal(message, Map.of("what", what, "limit", limit, "actual", actual));
        }
    }

    /** Throws unless the cost is within the limit. */
    static void checkCost(long limit, long requested) {
        if (requested > limit) {
            String message = "The query would cost " + requested + "; at most " + limit + " is allowed.";
            throw refusal(message, Map.of("what", "cost", "limit", limit, "requested", requested));
        }
    }

    /** The parser gives up at its limit, so that the actual value is not known. */
    static CodedError unfinished(String what, long limit) {
        String message = "The query has too many " + what + "; at most " + limit + " are allowed.";
        return CodedError.of(ErrorCode.TOO_COMPLEX, message, Map.of("what", what, "limit", limit));
    }

    private static AbortExecutionException refusal(String message, Map<String, Object> figures) {
        return new AbortExecutionException(List.of(CodedError.of(ErrorCode.TOO_COMPLEX, message, figures)));
    }
}
