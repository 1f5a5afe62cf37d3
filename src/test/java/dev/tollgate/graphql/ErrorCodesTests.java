package dev.tollgate.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.ErrorCode;
import dev.tollgate.http.Problem;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.execution.AbortExecutionException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorCodesTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Variable 'n' has an invalid value: Expected a number     | n
                    Field 'name' of variable 'input' has coerced Null value  | name
                    Validation error (WrongType@[x]) : argument 'a.b' with   | a.b
                    Validation error : Missing field argument 'id'           | id
                    Unknown operation named 'x'                              |
                    """)
    void namesTheFieldThatTheMessageNames(String message, String field) {
        GraphQLError error = GraphQLError.newError()
                .errorType(ErrorType.ValidationError)
                .message(message)
                .build();

        Map<String, Object> extensions = ErrorCodes.coded(error).getExtensions();

        assertThat(extensions).containsEntry("code", "BAD_USER_INPUT");
        assertThat(extensions.get("field")).isEqualTo(field);
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
