package dev.tollgate.usage;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.tollgate.core.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/** What is committed to the ledger but not yet rolled up. Every call runs in the caller's bound transaction. */
@Component
public class UsageBatches {

    private static final Table<Record> USAGE_BATCH = table(name("usage_batch"));
    private static final Field<UUID> ORGANIZATION = field(name("organization_id"), UUID.class);
    private static final Field<Long> BATCH = field(name("batch_id"), Long.class);
    private static final Field<Integer> EVENTS = field(name("events"), Integer.class);
    private static final Field<byte[]> PAYLOAD = field(name("payload"), byte[].class);
    private static final Field<Instant> STORED_AT = field(name("stored_at"), Instant.class);

    private static final String OLDEST = """
            SELECT batch_id, payload
              FROM usage_batch
             WHERE organization_id = ?
               AND batch_id IN (
                   SELECT batch_id
                     FROM (SELECT batch_id, sum(events) OVER (ORDER BY batch_id) - events AS before
                             FROM (SELECT batch_id, events FROM usage_batch
                                    WHERE organization_id = ? ORDER BY batch_id LIMIT 1000) AS waiting) AS summed
                    WHERE before < ?)
             ORDER BY batch_id
            """;

    private static final String ALL =
            "SELECT batch_id, payload FROM usage_batch WHERE organization_id = ? ORDER BY batch_id";

    /** A batch that waits. */
    public record Waiting(long batchId, List<Contribution> contributions) {}

    private final DSLContext sql;

    UsageBatches(DSLContext sql) {
        this.sql = sql;
    }

    /** The organizations that have batches waiting, of all nodes. */
    public List<OrganizationId> organizationsWaiting() {
        return sql.fetch("SELECT * FROM organizations_with_batches()")
                .map(row -> new OrganizationId(row.get(0, UUID.class)));
    }

    /**
     * The oldest batches, together not many more events than asked for, at least one batch when any waits, and never more than
     * a thousand.
     */
    public List<Waiting> oldest(DSLContext bound, OrganizationId organization, int events) {
        return bound.resultQuery(OLDEST, organization.value(), organization.value(), events)
                .fetch(UsageBatches::read);
    }

    /** Every batch that waits, oldest first. */
    public List<Waiting> all(DSLContext bound, OrganizationId organization) {
        return bound.resultQuery(ALL, organization.value()).fetch(UsageBatches::read);
    }

    private static Waiting read(Record row) {
        return new Waiting(row.get(BATCH), ContributionCodec.decode(row.get(PAYLOAD)));
    }

    /** Removes batches whose contributions are in the cells now. */
    public void delete(DSLContext bound, OrganizationId organization, List<Waiting> rolled) {
        bound.deleteFrom(USAGE_BATCH)
                .where(ORGANIZATION.eq(organization.value()))
                .and(BATCH.in(rolled.stream().map(Waiting::batchId).toList()))
                .execute();
    }

    /** Adds a batch of contributions that are stored in the same transaction. */
    public void add(DSLContext bound, OrganizationId organization, List<Contribution> contributions) {
        bound.insertInto(USAGE_BATCH)
                .set(ORGANIZATION, organization.value())
                .set(EVENTS, contributions.size())
                .set(PAYLOAD, ContributionCodec.encode(contributions))
                .execute();
    }

    /** When the oldest waiting batch was stored; empty when none waits. */
    public Optional<Instant> waitingSince(DSLContext bound, OrganizationId organization) {
        return bound.select(min(STORED_AT))
                .from(USAGE_BATCH)
                .where(ORGANIZATION.eq(organization.value()))
                .fetchOptional(0, Instant.class);
    }
}
