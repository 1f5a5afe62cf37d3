package dev.tollgate.analytics;

import dev.tollgate.usage.UsageDimension;
import java.util.List;

/** Numbers as a whole, and by a dimension. */
public sealed interface UsageNumbers permits MemorySlice, UsageSlice {

    /** The numbers of the whole. */
    UsageMetrics metrics();

    /** The numbers by a dimension, most tokens first, so many at most. */
    List<UsageRow> rows(UsageDimension by, int most);
}
