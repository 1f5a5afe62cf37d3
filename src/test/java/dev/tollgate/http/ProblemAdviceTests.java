package dev.tollgate.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import java.io.IOException;
import java.net.SocketException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

class ProblemAdviceTests {

    private final MockMvcTester mvc = MockMvcTester.of(
            List.of(new Failing()),
            builder -> builder.setControllerAdvice(new ProblemAdvice()).build());

    @ParameterizedTest
    @EnumSource
    void answersEveryCodeWithItsStatus(ErrorCode code) {
        assertThat(mvc.get().uri("/codes/{code}", code))
                .hasStatus(ProblemStatus.of(code))
                .hasContentType("application/problem+json")
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo(code.name());
    }

    @Test
    void tellsTheFieldAndWhenToTryAgain() {
        assertThat(mvc.get().uri("/field")).bodyJson().isLenientlyEqualTo("""
                {"type": "urn:tollgate:problem:bad-user-input", "title": "Bad Request", "status": 400,
                 "detail": "Wrong.", "code": "BAD_USER_INPUT", "field": "name"}""");
        assertThat(mvc.get().uri("/later")).hasHeader(HttpHeaders.RETRY_AFTER, "7");
    }

    @Test
    void keepsTheStatusThatAControllerChose() {
        assertThat(mvc.get().uri("/large"))
                .hasStatus(HttpStatus.CONTENT_TOO_LARGE)
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"code": "BAD_USER_INPUT", "detail": "At most 3."}""");
    }

    @Test
    void answersNobodyWhenTheClientHasGone() {
        assertThat(new ProblemAdvice().handle(new ClientAbortException(new IOException("Broken pipe"))))
                .isNull();
    }

    @Test
    void takesABrokenPipeToTheDatabaseForAnOutage() {
        assertThat(mvc.get().uri("/database"))
                .hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"code": "UNAVAILABLE"}""");
    }

    @Test
    void refusesWhatItCannotRead() {
        assertThat(mvc.post().uri("/body").contentType("application/json").content("{"))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(mvc.post().uri("/body").contentType("text/plain").content("x"))
                .hasStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        assertThat(mvc.delete().uri("/body"))
                .hasStatus(HttpStatus.METHOD_NOT_ALLOWED)
                .hasHeader(HttpHeaders.ALLOW, "POST");
    }

    @RestController
    static class Failing {

        @GetMapping("/codes/{code}")
        void fail(@PathVariable("code") ErrorCode code) {
            throw ProblemException.of(code, "Wrong.");
        }

        @GetMapping("/field")
        void field() {
            throw ProblemException.badInput("name", "Wrong.");
        }

        @GetMapping("/later")
        void later() {
            throw ProblemException.retryLater(ErrorCode.RATE_LIMITED, "Later.", Duration.ofSeconds(7));
        }

        @GetMapping("/database")
        void database() {
            ProblemException away = ProblemException.retryLater(ErrorCode.UNAVAILABLE, "Away.", Duration.ofSeconds(1));
            away.initCause(new SQLException("An I/O error occurred", "08006", new SocketException("Broken pipe")));
            throw away;
        }

        @GetMapping("/large")
        void large() {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE, "At most 3.");
        }

        @PostMapping("/body")
        void body(@RequestBody Input input) {}
    }

    record Input(String name) {}
}
