package dev.tollgate.alert;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.tenancy.Timestamps;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Has the rules looked at that are due, those of the organization that waits longest first, so that slow rules of one organization do not
 * keep those of others waiting: one thread of a node at most is at an organization's rules, for a while, after which the organization
 * stands behind the others that wait.
 */
@Component
class AlertRounds implements AutoCloseable {

    /** The rules of how many organizations a node looks at a time; each holds a connection to the database. */
    static final int PARALLEL = 4;

    private static final Logger log = LoggerFactory.getLogger(AlertRounds.class);
    private static final String DUE = "SELECT * FROM organizations_with_due_alerts(CAST(? AS timestamptz))";

    private final DSLContext sql;
    private final AlertEvaluator evaluator;
    private final Clock clock;
    private final Set<OrganizationId> taken = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newFixedThreadPool(
            PARALLEL, Thread.ofVirtual().name("alert-rounds-", 0).factory());

    AlertRounds(DSLContext sql, AlertEvaluator evaluator, Clock clock) {
        this.sql = sql;
        this.evaluator = evaluator;
        this.clock = clock;
    }

    /** Lines up the organizations with rules that are due and that do not stand in the line already. */
    void begin() {
        sql.fetch(DUE, Timestamps.of(Timestamps.now(clock)))
                .forEach(row -> lineUp(new OrganizationId(row.get(0, UUID.class))));
    }

    private void lineUp(OrganizationId organization) {
        if (taken.add(organization)) {
            try {
                threads.execute(() -> evaluate(organization));
            } catch (RejectedExecutionException e) {
                log.debug("The node is stopping", e);
            }
        }
    }

    private void evaluate(OrganizationId organization) {
        try {
            if (!threads.isShutdown()) {
                evaluator.evaluateDue(organization);
            }
        } catch (RuntimeException e) {
            log.warn("The alert rules of organization {} are looked at later: {}", organization, e.getMessage());
        } finally {
            taken.remove(organization);
        }
    }

    @Override
    public void close() {
        Threads.end(threads);
    }
}
