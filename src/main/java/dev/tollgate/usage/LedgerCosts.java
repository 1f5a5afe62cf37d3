package dev.tollgate.usage;

import dev.tollgate.core.Money;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.Quantities;
import dev.tollgate.core.TimeWindow;
import dev.tollgate.core.TokenProvenance;
import dev.tollgate.core.TokenUsage;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Query;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Corrects the costs in the ledger: the one change it knows. Every call runs in the caller's bound transaction. */
@Component
public class LedgerCosts {

    private static final String NEXT = """
            SELECT event_id, occurred_at, attribution_id, user_id, request_count, status, uncached_input_tokens,
                   cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens,
                   audio_input_tokens, audio_output_tokens, token_provenance, quantities, cost
              FROM usage_event
             WHERE organization_id = ? AND occurred_at >= cast(? AS timestamptz)
               AND occurred_at < cast(? AS timestamptz)
               AND (occurred_at, event_id) > (cast(? AS timestamptz), ?) AND cost_provenance <> ?
             ORDER BY occurred_at, event_id
             LIMIT ?
               FOR UPDATE
            """;

    private static final String CHARGE = """
            UPDATE usage_event
               SET cost = ?, cost_input = ?, cost_cache_read = ?, cost_cache_write = ?, cost_output = ?,
                   cost_reasoning = ?, cost_other = ?, price_version_id = ?, cost_provenance = ?
             WHERE organization_id = ? AND event_id = ? AND occurred_at = cast(? AS timestamptz)
            """;

    /** A call with its new cost. */
    public record Recharged(StoredCall call, EventCost cost) {}

    /** Where a walk through the ledger stands: after this call. */
    public record Position(Instant occurredAt, String eventId) {

        /** Before the first call. */
        public static final Position START = new Position(Instant.EPOCH, "");
    }

    private final CommitLog log;
    private final JsonMapper json;

    LedgerCosts(CommitLog log, JsonMapper json) {
        this.log = log;
        this.json = json;
    }

    /** The next calls of the window whose cost was not reported with them, in the order of occurrence, locked. */
    public List<StoredCall> next(
            DSLContext bound, OrganizationId organization, TimeWindow window, Position after, int limit) {
        return bound.resultQuery(
                        NEXT,
                        organization.value(),
                        time(window.from()),
                        time(window.to()),
                        time(after.occurredAt()),
                        after.eventId(),
                        CostProvenance.PROVIDER.code(),
                        limit)
                .fetch(this::read);
    }

    /** Stores new costs, and what they change in the sums as a batch to be rolled up. Returns the batch. */
    public UsageBatch recharge(DSLContext bound, OrganizationId organization, List<Recharged> recharged) {
        List<Query> updates =
                recharged.stream().map(one -> update(bound, organization, one)).toList();
        bound.batch(updates).execute();
        List<Contribution> differences = recharged.stream()
                .map(one -> one.call().difference(one.cost().total()))
                .toList();
        return log.append(bound, organization, differences);
    }

    private static Query update(DSLContext bound, OrganizationId organization, Recharged recharged) {
        EventCost cost = recharged.cost();
        EventCost.Priced priced = cost instanceof EventCost.Priced known ? known : null;
        return bound.query(
                CHARGE,
                units(cost.total()),
                priced == null ? null : units(priced.breakdown().input()),
                priced == null ? null : units(priced.breakdown().cacheRead()),
                priced == null ? null : units(priced.breakdown().cacheWrite()),
                priced == null ? null : units(priced.breakdown().output()),
                priced == null ? null : units(priced.breakdown().reasoning()),
                priced == null ? null : units(priced.breakdown().other()),
                priced == null || priced.version() == null
                        ? null
                        : priced.version().value(),
                cost.provenance().code(),
                organization.value(),
                recharged.call().eventId(),
                time(recharged.call().occurredAt()));
    }

    private StoredCall read(Record row) {
        Long cost = row.get("cost", Long.class);
        JSONB quantities = row.get("quantities", JSONB.class);
        return new StoredCall(
                row.get("event_id", String.class),
                row.get("occurred_at", Instant.class),
                new AttributionId(row.get("attribution_id", Long.class)),
                row.get("user_id", String.class),
                row.get("request_count", Integer.class),
                UsageStatus.ofCode(Objects.requireNonNull(row.get("status", Integer.class))),
                tokens(row),
                quantities == null ? null : json.readValue(quantities.data(), Quantities.class),
                cost == null ? null : Money.ofUnits(cost));
    }

    private static TokenUsage tokens(Record row) {
        return new TokenUsage(
                row.get("uncached_input_tokens", Long.class),
                row.get("cache_read_tokens", Long.class),
                row.get("cache_write_5m_tokens", Long.class),
                row.get("cache_write_1h_tokens", Long.class),
                row.get("output_tokens", Long.class),
                row.get("reasoning_tokens", Long.class),
                row.get("audio_input_tokens", Long.class),
                row.get("audio_output_tokens", Long.class),
                TokenProvenance.ofCode(Objects.requireNonNull(row.get("token_provenance", Integer.class))));
    }

    private static @Nullable Long units(@Nullable Money money) {
        return money == null ? null : money.toUnits();
    }

    private static OffsetDateTime time(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
