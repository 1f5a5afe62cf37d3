package dev.tollgate.live;

import dev.tollgate.graphql.FeedCursor;
import dev.tollgate.graphql.FeedPlace;

/** What a query tells of all usage, and the place in the feed from which ticks are to be added to it. */
record Standing(String liveCursor, Told metrics) {

    /** The number of the last commit in it. */
    long sequence() {
        return FeedPlace.lastWhole(FeedCursor.place(liveCursor));
    }
}
