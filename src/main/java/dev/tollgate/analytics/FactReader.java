package dev.tollgate.analytics;

import static dev.tollgate.analytics.CellTable.ATTRIBUTION;
import static dev.tollgate.analytics.CellTable.BUCKET;
import static dev.tollgate.analytics.CellTable.USER;

import dev.tollgate.core.Money;
import dev.tollgate.rollup.LatencyTotals;
import dev.tollgate.rollup.UsageTotals;
import dev.tollgate.usage.AttributionId;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads the rows of statements over cells. What a statement did not select is nothing. */
final class FactReader {

    private FactReader() {}

    static FactKey key(Record row) {
        Long attribution = find(row, ATTRIBUTION);
        OffsetDateTime bucket = find(row, BUCKET);
        String user = find(row, USER);
        return new FactKey(
                attribution == null ? AttributionId.ALL : new AttributionId(attribution),
                bucket == null ? FactKey.ANY_TIME : bucket.toInstant(),
                user == null ? "" : user);
    }

    static UsageTotals totals(Record row) {
        return new UsageTotals(
                number(row, "requests"),
                number(row, "errors"),
                number(row, "uncached_input_tokens"),
                number(row, "cache_read_tokens"),
                number(row, "cache_write_tokens"),
                number(row, "output_tokens"),
                number(row, "reasoning_tokens"),
                cost(row),
                number(row, "unpriced_requests"),
                latency(row));
    }

    private static LatencyTotals latency(Record row) {
        long count = number(row, "latency_count");
        return count == 0
                ? LatencyTotals.NONE
                : new LatencyTotals(
                        count,
                        number(row, "latency_sum"),
                        Math.toIntExact(number(row, "latency_min")),
                        Math.toIntExact(number(row, "latency_max")));
    }

    /** A sum of many cells can be more units than fit into a long. */
    private static Money cost(Record row) {
        BigDecimal units = find(row, DSL.field(DSL.name("cost"), BigDecimal.class));
        return units == null ? Money.ZERO : new Money(units.movePointLeft(Money.SCALE));
    }

    private static long number(Record row, String column) {
        Number number = (Number) find(row, DSL.field(DSL.name(column)));
        return number == null ? 0 : number.longValue();
    }

    private static <T> @Nullable T find(Record row, Field<T> field) {
        Field<T> selected = row.field(field);
        return selected == null ? null : row.get(selected);
    }
}
