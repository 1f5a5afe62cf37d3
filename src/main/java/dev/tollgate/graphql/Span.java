package dev.tollgate.graphql;

/**
 * A stretch of a subscription's feed.
 *
 * @param after the place it begins after
 * @param through the last place in it, at least {@code after}
 */
public record Span(long after, long through) {

    /** Rejects a stretch that ends before it begins. */
    public Span {
        if (through < after) {
            throw new IllegalArgumentException("a span from " + after + " cannot end at " + through);
        }
    }
}
