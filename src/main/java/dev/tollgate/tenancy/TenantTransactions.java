package dev.tollgate.tenancy;

import dev.tollgate.core.OrganizationId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs work in a transaction that sees one organization and nothing else. Work that throws is rolled back. Without a binding
 * every tenant table is empty and takes nothing.
 */
@Component
public class TenantTransactions {

    private static final int SNAPSHOT_ATTEMPTS = 500;

    /** The longest pause before another attempt, so that whoever works in a rhythm is not met at the same beat again. */
    private static final long PAUSE_NANOS = 20_000_000;

    private final DSLContext sql;
    private final TransactionTemplate reading;
    private final TransactionTemplate writing;
    private final TransactionTemplate snapshotWriting;
    private final String queryTimeout;

    TenantTransactions(DSLContext sql, PlatformTransactionManager transactions, DatabaseSettings settings) {
        this.sql = sql;
        this.writing = new TransactionTemplate(transactions);
        this.snapshotWriting = new TransactionTemplate(transactions);
        this.snapshotWriting.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.queryTimeout = Long.toString(settings.queryTimeout().toMillis());
    }

    /** Reads from one snapshot; every statement is canceled after the configured query timeout. */
    @SuppressWarnings("NullAway") // the template hands back what the work returned, null or not
    public <T> T read(OrganizationId organization, Function<DSLContext, T> work) {
        return reading.execute(status -> {
            bind(organization);
            sql.execute("SELECT set_config('statement_timeout', ?, true)", queryTimeout);
            return work.apply(sql);
        });
    }

    /** Reads and writes, at PostgreSQL's default isolation. */
    @SuppressWarnings("NullAway") // the template hands back what the work returned, null or not
    public <T> T write(OrganizationId organization, Function<DSLContext, T> work) {
        return writing.execute(status -> {
            bind(organization);
            return work.apply(sql);
        });
    }

    /**
     * Reads and writes on one snapshot. When another transaction changed what this one writes, the work is done again from
     * a new snapshot, for some seconds; it must have no effect but on the database.
     */
    @SuppressWarnings("NullAway") // the template hands back what the work returned, null or not
    public <T> T writeOnSnapshot(OrganizationId organization, Function<DSLContext, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return snapshotWriting.execute(status -> {
                    bind(organization);
                    return work.apply(sql);
                });
            } catch (ConcurrencyFailureException e) {
                if (attempt == SNAPSHOT_ATTEMPTS) {
                    throw e;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(PAUSE_NANOS));
            }
        }
    }

    /** Binds the transaction running on a plain connection, in place of the organization bound before. */
    public static void bind(Connection connection, OrganizationId organization) throws SQLException {
        try (PreparedStatement bind = connection.prepareStatement("SELECT bind_organization(?)")) {
            bind.setObject(1, organization.value());
            bind.execute();
        }
    }

    private void bind(OrganizationId organization) {
        sql.execute("SELECT bind_organization(?)", organization.value());
    }
}
