package dev.tollgate.rollup;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.usage.UsageBatches;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** How recent the cells are. */
@Component
public class RollupFreshness {

    private final UsageBatches batches;
    private final Watermark watermark;

    RollupFreshness(UsageBatches batches, Watermark watermark) {
        this.batches = batches;
        this.watermark = watermark;
    }

    /** The number of the last commit that is in the cells of the caller's snapshot: it and all before are, none after. */
    public long rolledThrough(DSLContext bound, OrganizationId organization) {
        return watermark.read(bound, organization);
    }

    /** Every event committed before this moment is in the cells of the caller's snapshot; at most {@code now}. */
    public Instant committedThrough(DSLContext bound, OrganizationId organization, Instant now) {
        return batches.waitingSince(bound, organization, rolledThrough(bound, organization))
                .filter(since -> since.isBefore(now))
                .orElse(now);
    }

    /** The organizations of all nodes that wait to be rolled up. */
    public List<OrganizationId> organizationsWaiting(DSLContext sql) {
        return sql.fetch("SELECT * FROM organizations_to_roll_up()")
                .map(row -> new OrganizationId(row.get(0, UUID.class)));
    }
}
