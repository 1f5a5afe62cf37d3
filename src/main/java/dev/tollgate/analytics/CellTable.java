package dev.tollgate.analytics;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.TimeWindow;
import dev.tollgate.usage.CostProvenance;
import dev.tollgate.usage.UsageStatus;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The names that slices read: those of cells, and the ledger seen as if it were cells. */
final class CellTable {

    static final Table<Record> EVENT = table(name("usage_event")).as("e");
    static final Field<UUID> ORGANIZATION = field(name("organization_id"), UUID.class);
    static final Field<OffsetDateTime> BUCKET = field(name("bucket"), OffsetDateTime.class);
    static final Field<Long> ATTRIBUTION = field(name("attribution_id"), Long.class);
    static final Field<String> USER = field(name("user_id"), String.class);
    static final Field<Long> EVENT_ATTRIBUTION = event("attribution_id", Long.class);
    static final Field<Integer> LATENCY_MS = event("latency_ms", Integer.class);
    static final Field<Long> REQUEST_COUNT = event("request_count", Long.class);
    static final Field<OffsetDateTime> OCCURRED_AT = event("occurred_at", OffsetDateTime.class);
    static final Field<String> EVENT_USER = coalesce(event("user_id", String.class), inline(""));

    private CellTable() {}

    static <T> Field<T> event(String column, Class<T> type) {
        return field(name("e", column), type);
    }

    static Condition within(Field<OffsetDateTime> time, OrganizationId organization, TimeWindow window) {
        return ORGANIZATION
                .eq(organization.value())
                .and(time.ge(window.from().atOffset(ZoneOffset.UTC)))
                .and(time.lt(window.to().atOffset(ZoneOffset.UTC)));
    }

    /**
     * The events that are in the cells too. A batch beyond the watermark carries the time of the transaction that stored its events, so
     * that the ledger and the cells tell the same.
     */
    static Condition rolledUp(OrganizationId organization) {
        Field<OffsetDateTime> stored = field(name("b", "stored_at"), OffsetDateTime.class);
        return notExists(selectOne()
                .from(table(name("usage_batch")).as("b"))
                .where(field(name("b", "organization_id"), UUID.class).eq(organization.value()))
                .and(field(name("b", "sequence"), Long.class).gt(watermark(organization)))
                .and(stored.eq(event("stored_at", OffsetDateTime.class))));
    }

    private static Field<Long> watermark(OrganizationId organization) {
        Field<Long> rolledThrough = field(name("r", "rolled_through"), Long.class);
        return coalesce(
                field(select(rolledThrough)
                        .from(table(name("rollup_state")).as("r"))
                        .where(field(name("r", "organization_id"), UUID.class).eq(organization.value()))),
                inline(0L));
    }

    /** Zones differ from UTC by quarters of an hour, so that a quarter never lies in two hours or days of any zone. */
    static Field<OffsetDateTime> eventBucket(boolean byMinute) {
        return DSL.field(
                "date_bin({0}, {1}, {2})",
                OffsetDateTime.class,
                inline(byMinute ? "1 minute" : "15 minutes").cast(SQLDataType.INTERVAL),
                OCCURRED_AT,
                inline("epoch").cast(SQLDataType.TIMESTAMPWITHTIMEZONE));
    }

    /** A column of a cell, computed from one event. */
    static Field<?> ofEvent(String column) {
        Field<?> value = switch (column) {
            case "requests" -> REQUEST_COUNT;
            case "errors" -> countedWhen(event("status", Integer.class).eq(inline(UsageStatus.ERROR.code())));
            case "unpriced_requests" ->
                countedWhen(event("cost_provenance", Integer.class).eq(inline(CostProvenance.UNPRICED.code())));
            case "cache_write_tokens" -> orZero("cache_write_5m_tokens").plus(orZero("cache_write_1h_tokens"));
            case "latency_count" -> when(LATENCY_MS.isNotNull(), inline(1)).else_(inline(0));
            case "latency_sum", "latency_min", "latency_max" -> LATENCY_MS;
            default -> orZero(column);
        };
        return value.as(column);
    }

    private static Field<Long> countedWhen(Condition condition) {
        return when(condition, REQUEST_COUNT).else_(inline(0L));
    }

    private static Field<Long> orZero(String column) {
        return coalesce(event(column, Long.class), inline(0L));
    }
}
