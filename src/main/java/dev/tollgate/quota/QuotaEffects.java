package dev.tollgate.quota;

import dev.tollgate.core.OrganizationId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What follows from a change of quotas: every node knows, a new quota is counted, and a status that is another one now is told. */
@Component
class QuotaEffects {

    private static final Logger log = LoggerFactory.getLogger(QuotaEffects.class);

    private final QuotaBooks books;
    private final CounterRebuild rebuild;
    private final QuotaStatuses statuses;
    private final QuotaWorkers workers;
    private final Map<OrganizationId, Changes> changes = new ConcurrentHashMap<>();

    private static final class Changes {

        private final Set<QuotaId> waiting = ConcurrentHashMap.newKeySet();
        private final ReentrantLock following = new ReentrantLock();
    }

    QuotaEffects(QuotaBooks books, CounterRebuild rebuild, QuotaStatuses statuses, QuotaWorkers workers) {
        this.books = books;
        this.rebuild = rebuild;
        this.statuses = statuses;
        this.workers = workers;
    }

    /** To be called after the change is durable. Only that this node knows is waited for. Many changes are worked off together. */
    void of(OrganizationId organization, QuotaId id) {
        books.changed(organization);
        Changes theirs = changes.computeIfAbsent(organization, _ -> new Changes());
        theirs.waiting.add(id);
        workers.run(() -> follow(organization, theirs));
    }

    private void follow(OrganizationId organization, Changes theirs) {
        theirs.following.lock();
        try {
            Set<QuotaId> ids = Set.copyOf(theirs.waiting);
            theirs.waiting.removeAll(ids);
            if (!ids.isEmpty()) {
                rebuild.run(organization, ids);
                statuses.look(books.of(organization), ids);
            }
        } catch (RuntimeException e) {
            Postponed.log(log, "The quotas of organization " + organization + " are counted", e);
        } finally {
            theirs.following.unlock();
        }
    }
}
