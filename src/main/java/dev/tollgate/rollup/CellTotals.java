package dev.tollgate.rollup;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import dev.tollgate.core.Money;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.TimeWindow;
import dev.tollgate.usage.AttributionId;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.springframework.stereotype.Component;

/** Adds the cells, or the ledger itself, up by attribution over a window, so that the two can be compared. */
@Component
class CellTotals {

    private static final String SUM_CELLS = """
            SELECT attribution_id, sum(requests) AS requests, sum(errors) AS errors,
                   sum(uncached_input_tokens) AS uncached_input_tokens, sum(cache_read_tokens) AS cache_read_tokens,
                   sum(cache_write_tokens) AS cache_write_tokens, sum(output_tokens) AS output_tokens,
                   sum(reasoning_tokens) AS reasoning_tokens, sum(cost) AS cost,
                   sum(unpriced_requests) AS unpriced_requests, sum(latency_count) AS latency_count,
                   sum(latency_sum) AS latency_sum, min(latency_min) AS latency_min, max(latency_max) AS latency_max
              FROM {0}
             WHERE organization_id = {1} AND bucket >= {2} AND bucket < {3}
             GROUP BY attribution_id
            """;

    private static final String SUM_LEDGER = """
            SELECT CASE WHEN grouping(attribution_id) = 1 THEN 0 ELSE attribution_id END AS attribution_id,
                   sum(request_count) AS requests, coalesce(sum(request_count) FILTER (WHERE status = 1), 0) AS errors,
                   coalesce(sum(uncached_input_tokens), 0) AS uncached_input_tokens,
                   coalesce(sum(cache_read_tokens), 0) AS cache_read_tokens,
                   coalesce(sum(cache_write_5m_tokens), 0) + coalesce(sum(cache_write_1h_tokens), 0) AS cache_write_tokens,
                   coalesce(sum(output_tokens), 0) AS output_tokens,
                   coalesce(sum(reasoning_tokens), 0) AS reasoning_tokens,
                   coalesce(sum(cost), 0) AS cost,
                   coalesce(sum(request_count) FILTER (WHERE cost IS NULL), 0) AS unpriced_requests,
                   count(latency_ms) AS latency_count, coalesce(sum(latency_ms), 0) AS latency_sum,
                   min(latency_ms) AS latency_min, max(latency_ms) AS latency_max
              FROM usage_event
             WHERE organization_id = {0} AND occurred_at >= {1} AND occurred_at < {2}
             GROUP BY GROUPING SETS ((attribution_id), ()) HAVING count(*) > 0
            """;

    Map<AttributionId, UsageTotals> ofCells(
            DSLContext bound, OrganizationId organization, CellGrain grain, TimeWindow window) {
        return ofCells(bound, organization, grain.cellTable(), window);
    }

    /** The cells of users, all users together. */
    Map<AttributionId, UsageTotals> ofUserCells(DSLContext bound, OrganizationId organization, TimeWindow window) {
        return ofCells(bound, organization, CellStore.USER_TABLE, window);
    }

    private static Map<AttributionId, UsageTotals> ofCells(
            DSLContext bound, OrganizationId organization, String table, TimeWindow window) {
        return read(
                bound.fetch(SUM_CELLS, name(table), val(organization.value()), time(window.from()), time(window.to())));
    }

    Map<AttributionId, UsageTotals> ofLedger(DSLContext bound, OrganizationId organization, TimeWindow window) {
        return read(bound.fetch(SUM_LEDGER, val(organization.value()), time(window.from()), time(window.to())));
    }

    private static Map<AttributionId, UsageTotals> read(Result<Record> rows) {
        Map<AttributionId, UsageTotals> totals = new HashMap<>();
        rows.forEach(row -> totals.put(new AttributionId(number(row, "attribution_id")), totals(row)));
        return totals;
    }

    private static UsageTotals totals(Record row) {
        return new UsageTotals(
                number(row, "requests"),
                number(row, "errors"),
                number(row, "uncached_input_tokens"),
                number(row, "cache_read_tokens"),
                number(row, "cache_write_tokens"),
                number(row, "output_tokens"),
                number(row, "reasoning_tokens"),
                new Money(new BigDecimal(row.get("cost", BigInteger.class), Money.SCALE)),
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
                        row.get("latency_min", Integer.class),
                        row.get("latency_max", Integer.class));
    }

    private static long number(Record row, String column) {
        return row.get(column, Long.class);
    }

    private static Field<OffsetDateTime> time(Instant moment) {
        return val(moment.atOffset(ZoneOffset.UTC));
    }
}
