package dev.tollgate.analytics;

import dev.tollgate.usage.AttributionId;
import java.time.Instant;

/**
 * What a sum is of.
 *
 * @param attribution the attribution; {@link AttributionId#ALL} when not kept apart by it
 * @param bucket the beginning of the stored bucket; {@link #ANY_TIME} when not kept apart by it
 * @param user the user, empty for calls with no user; empty too when not kept apart by it
 */
record FactKey(AttributionId attribution, Instant bucket, String user) {

    /** Stands for the whole range. */
    static final Instant ANY_TIME = Instant.MIN;

    /** The key of the sum of a coarser shape that this one is part of. */
    FactKey at(Shape shape) {
        return new FactKey(
                shape.byAttribution() ? attribution : AttributionId.ALL,
                shape.byBucket() ? bucket : ANY_TIME,
                shape.byUser() ? user : "");
    }
}
