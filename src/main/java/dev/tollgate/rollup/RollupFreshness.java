package dev.tollgate.rollup;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.usage.UsageBatches;
import java.time.Instant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** How recent the cells are. */
@Component
public class RollupFreshness {

    private final UsageBatches batches;

    RollupFreshness(UsageBatches batches) {
        this.batches = batches;
    }

    /** Every event committed before this moment is in the cells of the caller's snapshot; at most {@code now}. */
    public Instant committedThrough(DSLContext bound, OrganizationId organization, Instant now) {
        return batches.waitingSince(bound, organization)
                .filter(since -> since.isBefore(now))
                .orElse(now);
    }
}
