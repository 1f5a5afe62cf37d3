package dev.tollgate.usage;

import dev.tollgate.catalog.CostBreakdown;
import dev.tollgate.core.Money;
import java.lang.reflect.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of the ledger as it is inserted: its name, the array type it travels in, and the value an event has in it.
 *
 * @param name the column's name
 * @param type the PostgreSQL type of the array's elements
 * @param javaType the Java type of the array's elements
 * @param cast what turns an element into the column's value, with {@code %s} for the element
 * @param value the value of an event; null stays null
 */
record LedgerColumn<T>(
        String name, String type, Class<T> javaType, String cast, Function<LedgerRow, @Nullable T> value) {

    private static final String PLAIN = "%s";
    private static final String MICROSECONDS = "timestamptz 'epoch' + %s * interval '1 microsecond'";

    /** Every column but the organization, which is the same for the whole insert. */
    static final List<LedgerColumn<?>> ALL = List.of(
            text("event_id", row -> row.event().id()),
            time("occurred_at", row -> row.event().occurredAt()),
            time("received_at", row -> row.event().receivedAt()),
            number("attribution_id", row -> row.attribution().value()),
            number("cost", row -> units(row.event().cost().total())),
            cost("cost_input", CostBreakdown::input),
            cost("cost_cache_read", CostBreakdown::cacheRead),
            cost("cost_cache_write", CostBreakdown::cacheWrite),
            cost("cost_output", CostBreakdown::output),
            cost("cost_reasoning", CostBreakdown::reasoning),
            cost("cost_other", CostBreakdown::other),
            number("price_version_id", LedgerColumn::priceVersion),
            number("uncached_input_tokens", row -> row.event().tokens().uncachedInput()),
            number("cache_read_tokens", row -> row.event().tokens().cacheRead()),
            number("cache_write_5m_tokens", row -> row.event().tokens().cacheWrite5m()),
            number("cache_write_1h_tokens", row -> row.event().tokens().cacheWrite1h()),
            number("output_tokens", row -> row.event().tokens().output()),
            number("reasoning_tokens", row -> row.event().tokens().reasoning()),
            number("audio_input_tokens", row -> row.event().tokens().audioInput()),
            number("audio_output_tokens", row -> row.event().tokens().audioOutput()),
            small("request_count", row -> row.event().requestCount()),
            small("latency_ms", row -> row.event().latencyMs()),
            small("time_to_first_token_ms", row -> row.event().timeToFirstTokenMs()),
            small("status", row -> row.event().status().code()),
            small("token_provenance", row -> row.event().tokens().provenance().code()),
            small("cost_provenance", row -> row.event().cost().provenance().code()),
            text("user_id", row -> row.event().user()),
            text("session_id", row -> row.event().session()),
            text("request_id", row -> row.event().requestId()),
            text("error_code", row -> row.event().errorCode()),
            new LedgerColumn<>(
                    "quantities", "text", String.class, "jsonb_strip_nulls(%s::jsonb)", LedgerRow::quantitiesJson));

    java.sql.Array array(Connection connection, List<LedgerRow> rows) throws SQLException {
        @Nullable Object[] values = (@Nullable Object[]) Array.newInstance(javaType, rows.size());
        for (int i = 0; i < values.length; i++) {
            values[i] = value.apply(rows.get(i));
        }
        return connection.createArrayOf(type, values);
    }

    private static LedgerColumn<String> text(String name, Function<LedgerRow, @Nullable String> value) {
        return new LedgerColumn<>(name, "text", String.class, PLAIN, value);
    }

    private static LedgerColumn<Long> number(String name, Function<LedgerRow, @Nullable Long> value) {
        return new LedgerColumn<>(name, "int8", Long.class, PLAIN, value);
    }

    private static LedgerColumn<Integer> small(String name, Function<LedgerRow, @Nullable Integer> value) {
        return new LedgerColumn<>(name, "int4", Integer.class, PLAIN, value);
    }

    private static LedgerColumn<Long> time(String name, Function<LedgerRow, Instant> value) {
        return new LedgerColumn<>(
                name,
                "int8",
                Long.class,
                MICROSECONDS,
                row -> ChronoUnit.MICROS.between(Instant.EPOCH, value.apply(row)));
    }

    private static LedgerColumn<Long> cost(String name, Function<CostBreakdown, Money> part) {
        return number(
                name,
                row -> row.event().cost() instanceof EventCost.Priced priced
                        ? nonZeroUnits(part.apply(priced.breakdown()))
                        : null);
    }

    private static @Nullable Long priceVersion(LedgerRow row) {
        return row.event().cost() instanceof EventCost.Priced priced
                ? priced.version().value()
                : null;
    }

    private static @Nullable Long units(@Nullable Money money) {
        return money == null ? null : money.toUnits();
    }

    private static @Nullable Long nonZeroUnits(Money money) {
        return money.isZero() ? null : money.toUnits();
    }
}
