package dev.tollgate.graphql;

/** An item of a subscription that can be resumed: it knows which stretch of the feed it tells of. */
public interface Placed {

    /** The stretch: an item that follows it begins where it ends. */
    Span span();
}
