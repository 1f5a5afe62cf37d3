package dev.tollgate.analytics;

import dev.tollgate.core.Money;
import dev.tollgate.core.TokenProvenance;
import dev.tollgate.core.TokenUsage;
import dev.tollgate.usage.AttributionId;
import dev.tollgate.usage.CostProvenance;
import dev.tollgate.usage.UsageStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Reads rows of the ledger. */
record EventReader(Dictionary dictionary) {

    static AttributionId attribution(Record row) {
        return new AttributionId(row.get("attribution_id", Long.class));
    }

    RecordedEvent read(Record row) {
        TokenUsage tokens = tokens(row);
        return new RecordedEvent(
                row.get("event_id", String.class),
                time(row, "occurred_at"),
                time(row, "received_at"),
                dictionary.get(attribution(row)),
                row.get("request_count", Long.class),
                UsageStatus.ofCode(row.get("status", Integer.class)),
                row.get("error_code", String.class),
                tokens.input(),
                tokens.cacheRead(),
                cacheWrite(tokens),
                tokens.wholeOutput(),
                tokens.reasoning(),
                tokens.provenance(),
                number(row, "latency_ms"),
                number(row, "time_to_first_token_ms"),
                cost(number(row, "cost")),
                CostProvenance.ofCode(row.get("cost_provenance", Integer.class)),
                row.get("user_id", String.class),
                row.get("session_id", String.class),
                row.get("request_id", String.class));
    }

    private static TokenUsage tokens(Record row) {
        return new TokenUsage(
                number(row, "uncached_input_tokens"),
                number(row, "cache_read_tokens"),
                number(row, "cache_write_5m_tokens"),
                number(row, "cache_write_1h_tokens"),
                number(row, "output_tokens"),
                number(row, "reasoning_tokens"),
                number(row, "audio_input_tokens"),
                number(row, "audio_output_tokens"),
                TokenProvenance.ofCode(row.get("token_provenance", Integer.class)));
    }

    private static @Nullable Long cacheWrite(TokenUsage tokens) {
        return tokens.cacheWrite5m() == null && tokens.cacheWrite1h() == null ? null : tokens.cacheWrite();
    }

    private static @Nullable BigDecimal cost(@Nullable Long units) {
        return units == null ? null : Money.ofUnits(units).amount();
    }

    private static @Nullable Long number(Record row, String column) {
        return row.get(column, Long.class);
    }

    private static Instant time(Record row, String column) {
        return row.get(column, OffsetDateTime.class).toInstant();
    }
}
