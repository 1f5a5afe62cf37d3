package dev.tollgate.audit;

import org.jspecify.annotations.Nullable;

/**
 * Whether an audit log is as it was written.
 *
 * @param entries how many entries were looked at
 * @param firstSequence the oldest entry that is still kept; null when there is none
 * @param brokenAt the first entry that was changed, or that follows one that was changed or taken away; null when there is none
 */
public record AuditVerification(
        long entries,
        @Nullable Long firstSequence,
        @Nullable Long brokenAt) {

    /** Whether nothing was changed or taken away. */
    public boolean intact() {
        return brokenAt == null;
    }
}
