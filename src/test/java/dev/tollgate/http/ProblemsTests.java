package dev.tollgate.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;

class ProblemsTests {

    static Stream<Arguments> codes() {
        return Stream.of(
                arguments(ProblemException.of(ErrorCode.CONFLICT, "no"), ErrorCode.CONFLICT),
                arguments(new AccessDeniedException("no"), ErrorCode.FORBIDDEN),
                arguments(new BadCredentialsException("no"), ErrorCode.UNAUTHENTICATED),
                arguments(new DataAccessResourceFailureException("away"), ErrorCode.UNAVAILABLE),
                arguments(new CannotGetJdbcConnectionException("away"), ErrorCode.UNAVAILABLE),
                arguments(new CannotCreateTransactionException("away"), ErrorCode.UNAVAILABLE),
                arguments(new QueryTimeoutException("slow"), ErrorCode.UNAVAILABLE),
                arguments(new SQLTransientConnectionException("pool"), ErrorCode.UNAVAILABLE),
                arguments(new DataIntegrityViolationException("twice"), ErrorCode.INTERNAL),
                arguments(new NullPointerException(), ErrorCode.INTERNAL));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void givesEveryFailureItsCode(Exception failure, ErrorCode code) {
        assertThat(Problems.of(failure).code()).isEqualTo(code);
        assertThat(Problems.of(new CompletionException(failure)).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"57014", "57P01", "57P03", "53300", "08001", "08006", "40001", "40P01"})
    void callsADatabaseUnavailableByItsState(String state) {
        RuntimeException failure = new IllegalStateException(new SQLException("any", state));

        Problem problem = Problems.of(failure);

        assertThat(problem.code()).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(problem.retryAfterSeconds()).isEqualTo(1);
    }

    @Test
    void callsARefusedStatementADefect() {
        assertThat(Problems.of(new SQLException("any", "23505")).code()).isEqualTo(ErrorCode.INTERNAL);
    }

    @Test
    void tellsNothingOfADefectButItsReference() {
        Problem problem = Problems.of(new IllegalStateException("password is 123"));

        assertThat(problem.reference()).isNotNull();
        assertThat(problem.message()).contains(problem.reference()).doesNotContain("123");
    }

    @Test
    void namesTheFieldThatIsWrong() {
        BindException invalid = new BindException(new BeanPropertyBindingResult(new Object(), "input"));
        invalid.addError(new FieldError("input", "name", "must not be blank"));

        assertThat(Problems.of(invalid)).isEqualTo(Problem.badInput("name", "must not be blank"));
    }

    @Test
    void roundsTheTimeToWaitUpToWholeSeconds() {
        assertThat(retryAfter(Duration.ZERO)).isEqualTo(1);
        assertThat(retryAfter(Duration.ofMillis(1500))).isEqualTo(2);
        assertThat(retryAfter(Duration.ofSeconds(3))).isEqualTo(3);
    }

    private static Long retryAfter(Duration wait) {
        Long seconds = Problems.of(ProblemException.retryLater(ErrorCode.RATE_LIMITED, "later", wait))
                .retryAfterSeconds();
        assertThat(seconds).isNotNull();
        return seconds;
    }
}
