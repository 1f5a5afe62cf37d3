package dev.tollgate.usage;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an append added to the ledger.
 *
 * @param rows the rows that were not there before, in no promised order
 * @param batch what they add to sums; null when there are none
 */
public record Appended(List<LedgerRow> rows, @Nullable UsageBatch batch) {

    /** The reservations that were made for these calls. */
    public List<String> reservations() {
        return rows.stream()
                .map(row -> row.event().reservation())
                .filter(Objects::nonNull)
                .toList();
    }
}
