package dev.tollgate.usage;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.tollgate.core.OrganizationId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The log of commits to the ledger: what is not rolled up yet, and the last minutes for live feeds. Every call runs in the caller's
 * bound transaction.
 */
@Component
public class UsageBatches {

    /** The most batches that {@link #after} hands out. */
    public static final int MOST_AT_ONCE = 1_000;

    private static final Table<Record> USAGE_BATCH = table(name("usage_batch"));
    private static final Table<Record> USAGE_SEQUENCE = table(name("usage_sequence"));
    private static final Field<UUID> ORGANIZATION = field(name("organization_id"), UUID.class);
    private static final Field<Long> SEQUENCE = field(name("sequence"), Long.class);
    private static final Field<Long> NEWEST = field(name("newest"), Long.class);
    private static final Field<OffsetDateTime> STORED_AT = field(name("stored_at"), OffsetDateTime.class);

    private static final String AFTER = """
            SELECT sequence, stored_at, payload, samples, reservations
              FROM usage_batch
             WHERE organization_id = ?
               AND sequence IN (
                   SELECT sequence
                     FROM (SELECT sequence, sum(events) OVER (ORDER BY sequence) - events AS before
                             FROM (SELECT sequence, events FROM usage_batch
                                    WHERE organization_id = ? AND sequence > ? ORDER BY sequence LIMIT %d) AS waiting) AS summed
                    WHERE before < ?)
             ORDER BY sequence
            """.formatted(MOST_AT_ONCE);

    private final SampleCodec samples;

    UsageBatches(SampleCodec samples) {
        this.samples = samples;
    }

    /**
     * The batches after a number, in order, together not many more events than asked for, at least one batch when there is any,
     * at most {@link #MOST_AT_ONCE}.
     */
    public List<UsageBatch> after(DSLContext bound, OrganizationId organization, long sequence, int events) {
        return bound.resultQuery(AFTER, organization.value(), organization.value(), sequence, events)
                .fetch(this::batch);
    }

    /** The number of the newest commit; 0 when there is none. */
    public long newest(DSLContext bound, OrganizationId organization) {
        return bound.select(NEWEST)
                .from(USAGE_SEQUENCE)
                .where(ORGANIZATION.eq(organization.value()))
                .fetchOptional(NEWEST)
                .orElse(0L);
    }

    /** The number of the oldest batch that is still there; empty when there is none. */
    public Optional<Long> oldest(DSLContext bound, OrganizationId organization) {
        return bound.select(min(SEQUENCE))
                .from(USAGE_BATCH)
                .where(ORGANIZATION.eq(organization.value()))
                .fetchOptional(0, Long.class);
    }

    /** Forgets batches up to a number that were stored before a moment. */
    public void trim(DSLContext bound, OrganizationId organization, long through, Instant before) {
        bound.deleteFrom(USAGE_BATCH)
                .where(ORGANIZATION.eq(organization.value()))
                .and(SEQUENCE.le(through))
                .and(STORED_AT.lt(before.atOffset(ZoneOffset.UTC)))
                .execute();
    }

    /** When the oldest batch after a number was stored; empty when there is none. */
    public Optional<Instant> waitingSince(DSLContext bound, OrganizationId organization, long sequence) {
        return bound.select(min(STORED_AT))
                .from(USAGE_BATCH)
                .where(ORGANIZATION.eq(organization.value()))
                .and(SEQUENCE.gt(sequence))
                .fetchOptional(0, OffsetDateTime.class)
                .map(OffsetDateTime::toInstant);
    }

    private UsageBatch batch(Record row) {
        return new UsageBatch(
                row.get("sequence", Long.class),
                row.get("stored_at", OffsetDateTime.class).toInstant(),
                ContributionCodec.decode(Objects.requireNonNull(row.get("payload", byte[].class))),
                samples.decode(row.get("samples", byte[].class)),
                reservations(row.get("reservations", String[].class)));
    }

    private static List<String> reservations(String @Nullable [] stored) {
        return stored == null ? List.of() : List.of(stored);
    }
}
