package dev.tollgate.quota;

import dev.tollgate.core.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/** A quota in memory, which remembers the period it was last asked for: that is nearly always the one it is asked for next. */
final class BookedQuota {

    private final Quota quota;
    private final ZoneId zone;
    private volatile TimeWindow last = new TimeWindow(Instant.EPOCH, Instant.EPOCH);

    BookedQuota(Quota quota, ZoneId zone) {
        this.quota = quota;
        this.zone = zone;
    }

    Quota quota() {
        return quota;
    }

    /** The period that the moment is in. */
    TimeWindow period(Instant moment) {
        TimeWindow known = last;
        if (!known.contains(moment)) {
            known = quota.rule().window(moment, zone);
            last = known;
        }
        return known;
    }

    /** What the counters of a period are called. */
    String key(TimeWindow period) {
        return quota.id() + ":" + period.from().getEpochSecond();
    }

    /** The quota that counters of this name belong to. */
    static QuotaId idIn(String key) {
        return new QuotaId(UUID.fromString(key.substring(0, key.indexOf(':'))));
    }

    /** When the period began whose counters have this name. */
    static Instant startIn(String key) {
        return Instant.ofEpochSecond(Long.parseLong(key.substring(key.indexOf(':') + 1)));
    }

    /** How long counters are kept after they changed: a running period's never go, since what is not there counts as nothing. */
    static String keepMillis(TimeWindow period) {
        return Long.toString(
                period.length().multipliedBy(2).plus(Duration.ofDays(1)).toMillis());
    }
}
