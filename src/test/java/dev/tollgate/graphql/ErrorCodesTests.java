package dev.tollgate.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.ErrorCode;
import dev.tollgate.http.Problem;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.execution.AbortExecutionException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ErrorCodesTests {

    @Test
    void callsWhatIsNotValidBadInput() {
        GraphQLError error = GraphQLError.newError()
                .errorType(ErrorType.ValidationError)
                .message(
                        "Validation error (WrongType@[x]) : argument 'n' with value 'StringValue{value='x'}' is not a valid 'Int'")
                .build();

        GraphQLError coded = ErrorCodes.coded(error);

        assertThat(coded.getExtensions()).isEqualTo(Map.of("code", "BAD_USER_INPUT", "field", "n"));
        assertThat(coded.getMessage()).isEqualTo("Argument 'n' is not a valid 'Int'");
    }

    @Test
    void tellsNothingOfWhatFailedInside() {
        GraphQLError error = GraphQLError.newError()
                .errorType(ErrorType.NullValueInNonNullableField)
                .message("The field at path '/secret' was null")
                .build();

        GraphQLError coded = ErrorCodes.coded(error);

        assertThat(coded.getExtensions()).containsEntry("code", "INTERNAL").containsKey("reference");
        assertThat(coded.getMessage()).doesNotContain("secret");
    }

    @Test
    void callsWhatTheEngineGaveUpTooComplex() {
        assertThat(ErrorCodes.coded(new AbortExecutionException("Maximum field count exceeded"))
                        .getExtensions())
                .isEqualTo(Map.of("code", "TOO_COMPLEX"));
    }

    @Test
    void leavesCodedErrorsAndWritesNothingBesideTheirExtensions() {
        CodedError error = CodedError.of(Problem.of(ErrorCode.CONFLICT, "Taken."));

        assertThat(ErrorCodes.coded(error)).isSameAs(error);
        assertThat(error.toSpecification())
                .isEqualTo(Map.of("message", "Taken.", "extensions", Map.of("code", "CONFLICT")));
    }
}
