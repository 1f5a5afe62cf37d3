package dev.tollgate.usage;

import dev.tollgate.catalog.CostBreakdown;
import dev.tollgate.core.Money;
import dev.tollgate.tenancy.BulkInsert;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How an event becomes a row of the ledger. */
final class LedgerInsert {

    static final BulkInsert<LedgerRow> STATEMENT = BulkInsert.<LedgerRow>into("usage_event")
            .text("event_id", row -> row.event().id())
            .time("occurred_at", row -> row.event().occurredAt())
            .time("received_at", row -> row.event().receivedAt())
            .number("attribution_id", row -> row.attribution().value())
            .number("cost", row -> units(row.event().cost().total()))
            .number("cost_input", part(CostBreakdown::input))
            .number("cost_cache_read", part(CostBreakdown::cacheRead))
            .number("cost_cache_write", part(CostBreakdown::cacheWrite))
            .number("cost_output", part(CostBreakdown::output))
            .number("cost_reasoning", part(CostBreakdown::reasoning))
            .number("cost_other", part(CostBreakdown::other))
            .number("price_version_id", LedgerInsert::priceVersion)
            .number("uncached_input_tokens", row -> row.event().tokens().uncachedInput())
            .number("cache_read_tokens", row -> row.event().tokens().cacheRead())
            .number("cache_write_5m_tokens", row -> row.event().tokens().cacheWrite5m())
            .number("cache_write_1h_tokens", row -> row.event().tokens().cacheWrite1h())
            .number("output_tokens", row -> row.event().tokens().output())
            .number("reasoning_tokens", row -> row.event().tokens().reasoning())
            .number("audio_input_tokens", row -> row.event().tokens().audioInput())
            .number("audio_output_tokens", row -> row.event().tokens().audioOutput())
            .integer("request_count", row -> row.event().requestCount())
            .integer("latency_ms", row -> row.event().latencyMs())
            .integer("time_to_first_token_ms", row -> row.event().timeToFirstTokenMs())
            .integer("status", row -> row.event().status().code())
            .integer(
                    "token_provenance", row -> row.event().tokens().provenance().code())
            .integer("cost_provenance", row -> row.event().cost().provenance().code())
            .text("user_id", row -> row.event().user())
            .text("session_id", row -> row.event().session())
            .text("request_id", row -> row.event().requestId())
            .text("error_code", row -> row.event().errorCode())
            .json("quantities", LedgerRow::quantitiesJson)
            .ending("ON CONFLICT DO NOTHING RETURNING event_id");

    private LedgerInsert() {}

    /** A part that cost nothing is left out of the row, which keeps it narrow. */
    private static Function<LedgerRow, @Nullable Long> part(Function<CostBreakdown, Money> part) {
        return row -> {
            if (row.event().cost() instanceof EventCost.Priced priced) {
                long units = part.apply(priced.breakdown()).toUnits();
                return units == 0 ? null : units;
            }
            return null;
        };
    }

    private static @Nullable Long priceVersion(LedgerRow row) {
        return row.event().cost() instanceof EventCost.Priced priced && priced.version() != null
                ? priced.version().value()
                : null;
    }

    private static @Nullable Long units(@Nullable Money money) {
        return money == null ? null : money.toUnits();
    }
}
