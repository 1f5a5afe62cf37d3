package dev.tollgate.quota;

import static java.util.stream.Collectors.toSet;

import dev.tollgate.redis.RedisTopics;
import dev.tollgate.tenancy.TenantTransactions;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Learns what other nodes have told. Who compared with something else until then may have missed a crossing, and so looks again. What is
 * lost on the way is read from the database.
 */
@Component
class ToldFollower implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ToldFollower.class);

    private final TenantTransactions transactions;
    private final QuotaBooks books;
    private final QuotaStatuses statuses;
    private final QuotaWorkers workers;
    private final RedisTopics.Listening listening;

    ToldFollower(
            TenantTransactions transactions,
            QuotaBooks books,
            QuotaStatuses statuses,
            QuotaWorkers workers,
            ToldTopic topic) {
        this.transactions = transactions;
        this.books = books;
        this.statuses = statuses;
        this.workers = workers;
        this.listening = topic.listen(this::heard);
    }

    private void heard(ToldTopic.Told told) {
        books.active(told.organization())
                .filter(book -> book.tell(told.quota(), told.status()))
                .ifPresent(book -> workers.run(() -> lookAgain(book, Set.of(told.quota()))));
    }

    @Scheduled(fixedDelay = 10_000)
    void readAgain() {
        books.active().stream().filter(book -> !book.isEmpty()).forEach(this::readAgain);
    }

    private void readAgain(QuotaBook book) {
        try {
            Map<QuotaId, ToldStatus> told = transactions.read(
                    book.organization(), bound -> new QuotaStatusTable(bound, book.organization()).all());
            lookAgain(
                    book,
                    told.entrySet().stream()
                            .filter(one -> book.tell(one.getKey(), one.getValue()))
                            .map(Map.Entry::getKey)
                            .collect(toSet()));
        } catch (RuntimeException e) {
            Postponed.log(log, "What was told of quotas of organization " + book.organization() + " is read", e);
        }
    }

    private void lookAgain(QuotaBook book, Set<QuotaId> ids) {
        try {
            statuses.look(book, ids);
        } catch (RuntimeException e) {
            Postponed.log(log, "Quotas of organization " + book.organization() + " are looked at", e);
        }
    }

    @Override
    public void close() {
        listening.close();
    }
}
