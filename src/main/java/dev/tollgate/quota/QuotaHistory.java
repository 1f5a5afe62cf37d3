package dev.tollgate.quota;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What was used in a period, as the ledger has it.
 *
 * @param usedPercent of the limits that hold now
 */
public record QuotaHistory(
        Instant periodStart,
        Instant periodEnd,
        long totalTokens,
        long inputTokens,
        long outputTokens,
        long requests,
        BigDecimal cost,
        double usedPercent) {}
