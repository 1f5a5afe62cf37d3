package dev.tollgate.http;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells a database that is away, starting, or too slow from one that refuses a statement. */
final class Outage {

    /**
     * Cancelled by the statement timeout, shut down by an administrator, crashed, starting up, out of connections, serialization
     * failure, deadlock.
     */
    private static final Set<String> STATES = Set.of("57014", "57P01", "57P02", "57P03", "53300", "40001", "40P01");

    private static final String CONNECTION_FAILURES = "08";

    private Outage() {}

    /** Whether the failure, or anything that caused it, says so. */
    static boolean causes(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (says(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean says(Throwable failure) {
        return switch (failure) {
            case DataAccessResourceFailureException _,
                    QueryTimeoutException _,
                    PessimisticLockingFailureException _,
                    CannotCreateTransactionException _,
                    TransactionSystemException _,
                    SQLTransientException _,
                    SQLRecoverableException _ -> true;
            case SQLException sql -> retriable(sql.getSQLState());
            default -> false;
        };
    }

    private static boolean retriable(@Nullable String state) {
        return state != null && (STATES.contains(state) || state.startsWith(CONNECTION_FAILURES));
    }
}
