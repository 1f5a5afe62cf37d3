package dev.tollgate.rollup;

import dev.tollgate.core.OrganizationId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Whoever holds it changes an organization's cells; it is held until the transaction ends. */
@Component
class RollupLock {

    private static final String TRY = "SELECT 1 FROM rollup_state WHERE organization_id = ? FOR UPDATE SKIP LOCKED";
    private static final String WAIT = "SELECT 1 FROM rollup_state WHERE organization_id = ? FOR UPDATE";
    private static final String CREATE = "INSERT INTO rollup_state (organization_id) VALUES (?) ON CONFLICT DO NOTHING";

    /** Whether this transaction holds the lock now; never waits for another holder. */
    boolean tryAcquire(DSLContext bound, OrganizationId organization) {
        if (bound.fetch(TRY, organization.value()).isNotEmpty()) {
            return true;
        }
        return bound.execute(CREATE, organization.value()) > 0;
    }

    /** Waits until this transaction holds the lock. */
    void acquire(DSLContext bound, OrganizationId organization) {
        bound.execute(CREATE, organization.value());
        bound.fetch(WAIT, organization.value());
    }
}
