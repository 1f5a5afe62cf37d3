package dev.tollgate.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInFailuresTests {

    private static final Instant NOW = Instant.parse("2026-11-22T04:15:46.680Z");

    @ParameterizedTest
    @CsvSource({"0,PT0S", "3,PT0S", "4,PT30S", "5,PT1M", "6,PT2M", "8,PT8M", "9,PT15M", "1000000,PT15M"})
    void locksFromTheFifthOnAndLongerEachTime(int before, Duration lock) {
        SignInFailures failures = new SignInFailures(before, null).oneMore(NOW);

        assertThat(failures.count()).isEqualTo(before + 1);
        assertThat(failures.remaining(NOW)).isEqualTo(lock);
        assertThat(failures.lockedAt(NOW)).isEqualTo(lock.isPositive());
        assertThat(failures.lockedAt(NOW.plus(lock))).isFalse();
    }

    @Test
    void locksNobodyWhoDidNotFail() {
        assertThat(SignInFailures.NONE.lockedAt(NOW)).isFalse();
        assertThat(SignInFailures.NONE.remaining(NOW)).isZero();
    }
}
