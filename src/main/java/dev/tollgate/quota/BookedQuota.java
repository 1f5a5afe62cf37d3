package dev.tollgate.quota;

import dev.tollgate.core.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A quota in memory, which remembers the period it was last asked for: that is nearly always the one it is asked for next. */
final class BookedQuota {

    private final Quota quota;
    private final ZoneId zone;
    private final @Nullable RollingWindow rolling;
    private volatile TimeWindow last = new TimeWindow(Instant.EPOCH, Instant.EPOCH);

    BookedQuota(Quota quota, ZoneId zone) {
        this.quota = quota;
        this.zone = zone;
        this.rolling = quota.rule().period().rolling().orElse(null);
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

    /** Where what happens at the moment is counted: in its period, or in the step of a window that rolls. */
    TimeWindow place(Instant moment) {
        return rolling == null ? period(moment) : rolling.step(moment);
    }

    boolean isRolling() {
        return rolling != null;
    }

    /** What the counters of a place are called. */
    String key(TimeWindow place) {
        return quota.id() + ":" + place.from().getEpochSecond();
    }

    /** How scripts find the counters of the period that the moment is in: place, how long to keep it, length and step in seconds. */
    List<String> counters(Instant moment) {
        TimeWindow place = place(moment);
        return List.of(
                key(place),
                keepMillis(place),
                Long.toString(seconds(RollingWindow::length)),
                Long.toString(seconds(RollingWindow::step)));
    }

    /** A part of the window that rolls; 0 for a period of the calendar. */
    long seconds(Function<RollingWindow, Duration> part) {
        return rolling == null ? 0 : part.apply(rolling).toSeconds();
    }

    /** The quota that counters of this name belong to. */
    static QuotaId idIn(String key) {
        return new QuotaId(UUID.fromString(key.substring(0, key.indexOf(':'))));
    }

    /** When the place began whose counters have this name. */
    static Instant startIn(String key) {
        return Instant.ofEpochSecond(Long.parseLong(key.substring(key.indexOf(':') + 1)));
    }

    /** How long counters are kept after they began: those of a running period never go, since what is not there counts as nothing. */
    String keepMillis(TimeWindow place) {
        Duration length = rolling == null ? place.length() : rolling.length();
        return Long.toString(length.multipliedBy(2).plus(Duration.ofDays(1)).toMillis());
    }
}
