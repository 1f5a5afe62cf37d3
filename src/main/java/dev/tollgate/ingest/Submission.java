package dev.tollgate.ingest;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.usage.LedgerRow;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Rows that somebody waits for.
 *
 * @param organization whose rows they are
 * @param rows the rows
 * @param added completed with the number of new rows once they are durable
 */
record Submission(OrganizationId organization, List<LedgerRow> rows, CompletableFuture<Integer> added) {

    Submission(OrganizationId organization, List<LedgerRow> rows) {
        this(organization, rows, new CompletableFuture<>());
    }

    int size() {
        return rows.size();
    }
}
