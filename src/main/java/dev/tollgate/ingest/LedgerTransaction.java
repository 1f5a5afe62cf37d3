package dev.tollgate.ingest;

import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.usage.Appended;
import dev.tollgate.usage.LedgerRow;
import dev.tollgate.usage.UsageCommitted;
import dev.tollgate.usage.UsageLedger;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Stores submissions of several organizations in one transaction, and tells each what became of it. */
@Component
class LedgerTransaction {

    private static final Logger log = LoggerFactory.getLogger(LedgerTransaction.class);

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final int ATTEMPTS = 3;

    private final DataSource dataSource;
    private final UsageLedger ledger;
    private final ApplicationEventPublisher events;

    LedgerTransaction(DataSource dataSource, UsageLedger ledger, ApplicationEventPublisher events) {
        this.dataSource = dataSource;
        this.ledger = ledger;
        this.events = events;
    }

    /** Never throws for a failing database: the submissions fail instead. */
    void store(List<Submission> submissions) {
        store(submissions, ATTEMPTS);
    }

    private void store(List<Submission> submissions, int attempts) {
        try {
            Map<OrganizationId, Appended> appended = commit(submissions);
            answer(submissions, appended);
            appended.forEach(this::announce);
        } catch (SQLException e) {
            recover(submissions, attempts, e);
        } catch (RuntimeException e) {
            submissions.forEach(submission -> submission.added().completeExceptionally(e));
        }
    }

    private Map<OrganizationId, Appended> commit(List<Submission> submissions) throws SQLException {
        Map<OrganizationId, Appended> appended = new TreeMap<>(Comparator.comparing(OrganizationId::value));
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                for (Map.Entry<OrganizationId, List<LedgerRow>> tenant :
                        byOrganization(submissions).entrySet()) {
                    appended.put(tenant.getKey(), ledger.append(connection, tenant.getKey(), tenant.getValue()));
                }
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                rollback(connection, e);
                throw e;
            }
        }
        return appended;
    }

    /** The events are durable and everybody has an answer: a listener that fails is at fault alone. */
    private void announce(OrganizationId organization, Appended appended) {
        if (appended.batch() != null) {
            try {
                events.publishEvent(new UsageCommitted(organization, appended.batch()));
            } catch (RuntimeException e) {
                log.error("A listener to committed events failed", e);
            }
        }
    }

    /** Where the connection is gone, so is the transaction; what matters is why. */
    private static void rollback(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** In the order of ids, so that two nodes wait for each other instead of deadlocking. */
    private static Map<OrganizationId, List<LedgerRow>> byOrganization(List<Submission> submissions) {
        Map<OrganizationId, List<LedgerRow>> rows = new TreeMap<>(Comparator.comparing(OrganizationId::value));
        for (Submission submission : submissions) {
            rows.computeIfAbsent(submission.organization(), missing -> new ArrayList<>())
                    .addAll(submission.rows());
        }
        return rows;
    }

    private static void answer(List<Submission> submissions, Map<OrganizationId, Appended> appended) {
        int sent = submissions.stream().mapToInt(Submission::size).sum();
        Set<LedgerRow> fresh = Collections.newSetFromMap(new IdentityHashMap<>());
        appended.values().forEach(tenant -> fresh.addAll(tenant.rows()));
        for (Submission submission : submissions) {
            long count = fresh.size() == sent
                    ? submission.size()
                    : submission.rows().stream().filter(fresh::contains).count();
            submission.added().complete((int) count);
        }
    }

    private void recover(List<Submission> submissions, int attempts, SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (state.startsWith("40") && attempts > 1) {
            store(submissions, attempts - 1);
        } else if (isAway(failure, state)) {
            ProblemException away = ProblemException.retryLater(
                    ErrorCode.UNAVAILABLE, "The database is away. Sending the events again is safe.", RETRY_AFTER);
            away.initCause(failure);
            submissions.forEach(submission -> submission.added().completeExceptionally(away));
        } else if (submissions.size() > 1) {
            // One of them is at fault; the others must not suffer from it.
            submissions.forEach(submission -> store(List.of(submission), attempts));
        } else {
            log.error("Events could not be stored", failure);
            submissions.forEach(submission -> submission.added().completeExceptionally(failure));
        }
    }

    /** SQLSTATE classes 08 connection, 53 resources, 57 shutting down, 58 system; a pool with no connection gives none. */
    private static boolean isAway(SQLException failure, String state) {
        return failure instanceof java.sql.SQLTransientConnectionException
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.startsWith("58")
                || state.startsWith("25006");
    }
}
