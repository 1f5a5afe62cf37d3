package dev.tollgate.quota;

import dev.tollgate.live.ControlSignal;

/**
 * A quota has come to another status than OK, or to the same one in another period. Published in the transaction that stores the status,
 * once for each crossing, whichever node sees it: what a listener writes is durable with it, and one that throws undoes it.
 *
 * @param utilization the use at that moment
 */
public record QuotaCrossed(Quota quota, ControlSignal.QuotaUtilization utilization) {}
