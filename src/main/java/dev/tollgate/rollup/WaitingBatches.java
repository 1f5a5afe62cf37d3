package dev.tollgate.rollup;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.usage.Contribution;
import dev.tollgate.usage.UsageBatch;
import dev.tollgate.usage.UsageBatches;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** All that waits to be rolled up, however much that is. */
@Component
class WaitingBatches {

    private static final int EVENTS_AT_ONCE = 100_000;

    private final UsageBatches batches;

    WaitingBatches(UsageBatches batches) {
        this.batches = batches;
    }

    /** Hands over every contribution after a watermark, and returns the number of the last batch; the watermark when there is none. */
    long forEach(DSLContext bound, OrganizationId organization, long watermark, Consumer<Contribution> action) {
        long through = watermark;
        List<UsageBatch> next = batches.after(bound, organization, through, EVENTS_AT_ONCE);
        while (!next.isEmpty()) {
            next.forEach(batch -> batch.contributions().forEach(action));
            through = next.getLast().sequence();
            next = batches.after(bound, organization, through, EVENTS_AT_ONCE);
        }
        return through;
    }
}
