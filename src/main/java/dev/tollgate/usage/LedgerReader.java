package dev.tollgate.usage;

import dev.tollgate.core.Money;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.TimeWindow;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Reads the whole ledger of a window as contributions, as cells are built from them. */
@Component
public class LedgerReader {

    private static final int FETCH_SIZE = 10_000;

    private static final String CONTRIBUTIONS = """
            SELECT occurred_at, attribution_id, user_id, request_count, status,
                   coalesce(uncached_input_tokens, 0) AS uncached_input_tokens,
                   coalesce(cache_read_tokens, 0) AS cache_read_tokens,
                   coalesce(cache_write_5m_tokens, 0) + coalesce(cache_write_1h_tokens, 0) AS cache_write_tokens,
                   coalesce(output_tokens, 0) AS output_tokens,
                   coalesce(reasoning_tokens, 0) AS reasoning_tokens,
                   cost, latency_ms
              FROM usage_event
             WHERE organization_id = ? AND occurred_at >= ? AND occurred_at < ?
             ORDER BY occurred_at
            """;

    /** Hands every event of the window to the consumer, in the order of occurrence, without holding them all in memory. */
    public void forEach(
            DSLContext bound, OrganizationId organization, TimeWindow window, Consumer<Contribution> consumer) {
        bound.connection(connection -> {
            try (PreparedStatement select = connection.prepareStatement(CONTRIBUTIONS)) {
                select.setFetchSize(FETCH_SIZE);
                select.setObject(1, organization.value());
                select.setObject(2, window.from().atOffset(ZoneOffset.UTC));
                select.setObject(3, window.to().atOffset(ZoneOffset.UTC));
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        consumer.accept(contribution(rows));
                    }
                }
            }
        });
    }

    private static Contribution contribution(ResultSet row) throws SQLException {
        long requests = row.getLong("request_count");
        long cost = row.getLong("cost");
        boolean unpriced = row.wasNull();
        int latency = row.getInt("latency_ms");
        boolean noLatency = row.wasNull();
        return new Contribution(
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                new AttributionId(row.getLong("attribution_id")),
                row.getString("user_id"),
                requests,
                row.getInt("status") == UsageStatus.ERROR.code() ? requests : 0,
                row.getLong("uncached_input_tokens"),
                row.getLong("cache_read_tokens"),
                row.getLong("cache_write_tokens"),
                row.getLong("output_tokens"),
                row.getLong("reasoning_tokens"),
                Money.ofUnits(cost),
                unpriced ? requests : 0,
                noLatency ? null : latency);
    }
}
