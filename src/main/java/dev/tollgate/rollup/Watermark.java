package dev.tollgate.rollup;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.tollgate.core.OrganizationId;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/**
 * Up to which commit an organization is rolled up: its cells hold the commits up to this number, and no others. Whoever holds its
 * lock changes the organization's cells; it is held until the transaction ends.
 */
@Component
class Watermark {

    private static final Table<Record> ROLLUP_STATE = table(name("rollup_state"));
    private static final Field<UUID> ORGANIZATION = field(name("organization_id"), UUID.class);
    private static final Field<Long> ROLLED_THROUGH = field(name("rolled_through"), Long.class);

    private static final String CREATE = "INSERT INTO rollup_state (organization_id) VALUES (?) ON CONFLICT DO NOTHING";

    /** The number, when this transaction holds the lock now; never waits for another holder. */
    Optional<Long> tryLock(DSLContext bound, OrganizationId organization) {
        Optional<Long> locked = bound.select(ROLLED_THROUGH)
                .from(ROLLUP_STATE)
                .where(ORGANIZATION.eq(organization.value()))
                .forUpdate()
                .skipLocked()
                .fetchOptional(ROLLED_THROUGH);
        if (locked.isEmpty() && bound.execute(CREATE, organization.value()) > 0) {
            return Optional.of(0L);
        }
        return locked;
    }

    /** The number, as of the caller's snapshot; 0 when nothing was rolled up yet. */
    long read(DSLContext bound, OrganizationId organization) {
        return bound.select(ROLLED_THROUGH)
                .from(ROLLUP_STATE)
                .where(ORGANIZATION.eq(organization.value()))
                .fetchOptional(ROLLED_THROUGH)
                .orElse(0L);
    }

    /** Says that the cells hold the commits up to this number now. The transaction holds the lock. */
    void advance(DSLContext bound, OrganizationId organization, long through) {
        bound.update(ROLLUP_STATE)
                .set(ROLLED_THROUGH, through)
                .where(ORGANIZATION.eq(organization.value()))
                .execute();
    }
}
