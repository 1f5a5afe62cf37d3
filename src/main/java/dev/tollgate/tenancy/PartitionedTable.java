package dev.tollgate.tenancy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;

/**
 * A table that is partitioned by range of time, and for how long its rows are kept. Declared as a bean by the module that owns
 * the table; partitions are made ahead, and dropped whole at the end of retention.
 *
 * @param name the parent table's name
 * @param width how much time a partition holds
 * @param retention for how long rows are kept
 */
public record PartitionedTable(String name, Width width, Period retention) {

    /** From when on rows are kept on a day, in UTC: what is older may have been dropped. */
    public Instant keptSince(LocalDate today) {
        return oldest(today).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The first day of the oldest partition that is kept on a day. */
    LocalDate oldest(LocalDate today) {
        return width.floor(today.minus(retention));
    }

    /** How much time a partition holds, in UTC. */
    public enum Width {
        /** A day. */
        DAY(Period.ofDays(1)),
        /** A month. */
        MONTH(Period.ofMonths(1));

        private final Period step;

        Width(Period step) {
            this.step = step;
        }

        LocalDate floor(LocalDate day) {
            return this == MONTH ? day.withDayOfMonth(1) : day;
        }

        LocalDate next(LocalDate start) {
            return start.plus(step);
        }
    }
}
