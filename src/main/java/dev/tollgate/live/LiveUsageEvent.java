package dev.tollgate.live;

import dev.tollgate.analytics.RecordedEvent;
import dev.tollgate.graphql.FeedCursor;
import dev.tollgate.graphql.Placed;
import dev.tollgate.graphql.Span;

/**
 * A call in the live feed.
 *
 * @param span from the call shown before to this one
 * @param sampleFactor how many calls it stands for
 * @param event the call
 */
public record LiveUsageEvent(Span span, double sampleFactor, RecordedEvent event) implements Placed {

    /** The place after it. */
    public String cursor() {
        return FeedCursor.of(span.through(), event.receivedAt());
    }
}
