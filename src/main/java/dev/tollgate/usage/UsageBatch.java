package dev.tollgate.usage;

import java.time.Instant;
import java.util.List;

/**
 * What one commit to an organization's ledger adds.
 *
 * @param sequence the commit's number: numbers of an organization rise one by one, in the order in which commits become visible
 * @param storedAt when its transaction began
 * @param contributions what it adds to sums; their times are whole minutes once they come from the database
 * @param samples the calls to be shown one by one: all of them, or evenly spread ones when there are many
 * @param reservations the quota reservations that were made for its calls, as the callers named them; none where another node tells of it
 */
public record UsageBatch(
        long sequence,
        Instant storedAt,
        List<Contribution> contributions,
        List<SampledCall> samples,
        List<String> reservations) {}
