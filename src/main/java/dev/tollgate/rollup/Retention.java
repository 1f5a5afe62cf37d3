package dev.tollgate.rollup;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * For how long cells are kept. Day cells are kept for ever.
 *
 * @param minuteCells minute cells; at least a day
 * @param hourCells hour cells; at least as long as minute cells
 */
@ConfigurationProperties("tollgate.rollup.retention")
public record Retention(
        @DefaultValue("2d") Duration minuteCells,
        @DefaultValue("90d") Duration hourCells) {

    /** Rejects retentions that would leave a gap. */
    public Retention {
        if (!isWholeDays(minuteCells) || !isWholeDays(hourCells)) {
            throw new IllegalArgumentException("tollgate.rollup.retention must be given in whole days, at least 1");
        }
        if (hourCells.compareTo(minuteCells) < 0) {
            throw new IllegalArgumentException(
                    "tollgate.rollup.retention.hour-cells must be at least tollgate.rollup.retention.minute-cells");
        }
    }

    private static boolean isWholeDays(Duration duration) {
        return duration.compareTo(Duration.ofDays(1)) >= 0 && duration.equals(Duration.ofDays(duration.toDays()));
    }

    /** The moment from which on cells of the grain are complete: every bucket that begins at or after it is there. */
    public Instant oldest(CellGrain grain, Instant now) {
        return switch (grain) {
            case MINUTE -> now.minus(minuteCells);
            case HOUR -> now.minus(hourCells);
            case DAY -> Instant.MIN;
        };
    }
}
