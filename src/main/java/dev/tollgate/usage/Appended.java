package dev.tollgate.usage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an append added to the ledger.
 *
 * @param rows the rows that were not there before, in no promised order
 * @param batch what they add to sums; null when there are none
 */
public record Appended(List<LedgerRow> rows, @Nullable UsageBatch batch) {}
