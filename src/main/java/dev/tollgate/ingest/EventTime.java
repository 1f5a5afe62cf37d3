package dev.tollgate.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds out when an event occurred, and that the ledger can hold that time. */
final class EventTime {

    /** How far the sender's clock may be ahead of ours. */
    static final Duration AHEAD = Duration.ofMinutes(5);

    private EventTime() {}

    static Instant of(String id, @Nullable Instant given, Instant now, Period retention) throws InvalidEventException {
        String field = given == null ? "id" : "occurredAt";
        Instant occurredAt = (given == null ? timeIn(id) : given).truncatedTo(ChronoUnit.MICROS);
        if (occurredAt.isAfter(now.plus(AHEAD))) {
            throw new InvalidEventException(
                    field, "The call is more than 5 minutes in the future: " + occurredAt + ".");
        }
        LocalDate oldest = LocalDate.ofInstant(now, ZoneOffset.UTC).minus(retention);
        if (occurredAt.isBefore(oldest.atStartOfDay(ZoneOffset.UTC).toInstant())) {
            throw new InvalidEventException(
                    field, "The call is older than what is kept, since " + oldest + ": " + occurredAt + ".");
        }
        return occurredAt;
    }

    /** RFC 9562: the first 48 bits of a UUIDv7 are milliseconds since 1970. */
    private static Instant timeIn(String id) throws InvalidEventException {
        try {
            UUID uuid = UUID.fromString(id);
            if (uuid.version() == 7 && uuid.toString().equalsIgnoreCase(id)) {
                return Instant.ofEpochMilli(uuid.getMostSignificantBits() >>> 16);
            }
        } catch (IllegalArgumentException e) {
            throw needsTime();
        }
        throw needsTime();
    }

    private static InvalidEventException needsTime() {
        return new InvalidEventException("id", "Without occurredAt the id must be a UUIDv7, whose time is then used.");
    }
}
