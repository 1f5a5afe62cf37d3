package dev.tollgate.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void keepsCoarserCellsLonger() {
        Retention retention = new Retention(Duration.ofDays(2), Duration.ofDays(90));

        assertThat(retention.oldest(CellGrain.MINUTE, NOW)).isEqualTo("2026-11-20T12:00:00Z");
        assertThat(retention.oldest(CellGrain.HOUR, NOW)).isEqualTo("2026-08-24T12:00:00Z");
        assertThat(retention.oldest(CellGrain.DAY, NOW)).isEqualTo(Instant.MIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT23H", "PT25H", "-P1D"})
    void isInWholeDays(Duration odd) {
        assertThatThrownBy(() -> new Retention(odd, Duration.ofDays(90))).hasMessageContaining("whole days");
        assertThatThrownBy(() -> new Retention(Duration.ofDays(1), odd)).hasMessageContaining("whole days");
    }

    @Test
    void leavesNoGapBetweenMinutesAndHours() {
        assertThatThrownBy(() -> new Retention(Duration.ofDays(3), Duration.ofDays(2)))
                .hasMessageContaining("hour-cells must be at least");
        assertThat(new Retention(Duration.ofDays(2), Duration.ofDays(2)).hourCells())
                .isEqualTo(Duration.ofDays(2));
    }
}
