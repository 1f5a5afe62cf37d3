package dev.tollgate.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeWindowTests {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final TimeWindow HOUR = new TimeWindow(NOON, NOON.plus(Duration.ofHours(1)));

    @Test
    void holdsItsFirstMomentAndNotTheOneAfterItsLast() {
        assertThat(HOUR.contains(NOON)).isTrue();
        assertThat(HOUR.contains(HOUR.to().minusNanos(1))).isTrue();
        assertThat(HOUR.contains(HOUR.to())).isFalse();
        assertThat(HOUR.contains(NOON.minusNanos(1))).isFalse();
    }

    @Test
    void isAsLongAsBetweenItsEnds() {
        assertThat(HOUR.length()).isEqualTo(Duration.ofHours(1));
        assertThat(HOUR.isEmpty()).isFalse();
    }

    @Test
    void mayBeEmpty() {
        TimeWindow empty = new TimeWindow(NOON, NOON);

        assertThat(empty.isEmpty()).isTrue();
        assertThat(empty.contains(NOON)).isFalse();
    }

    @Test
    void doesNotEndBeforeItBegins() {
        assertThatThrownBy(() -> new TimeWindow(HOUR.to(), NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not end before it begins");
    }
}
