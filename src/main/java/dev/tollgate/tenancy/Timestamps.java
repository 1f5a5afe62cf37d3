package dev.tollgate.tenancy;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Moments as the database keeps them: to the microsecond, and never in the zone of a session. */
public final class Timestamps {

    private Timestamps() {}

    /** The time now in the database's precision, so that what is returned is what is stored. */
    public static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The form to bind; null stays null. */
    public static @Nullable OffsetDateTime of(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    /** What was read; null stays null. */
    public static @Nullable Instant instant(@Nullable OffsetDateTime stored) {
        return stored == null ? null : stored.toInstant();
    }
}
