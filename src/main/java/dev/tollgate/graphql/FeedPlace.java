package dev.tollgate.graphql;

/** Places in an organization's feed: a commit's number, and within the commit the calls that are shown one by one. */
public final class FeedPlace {

    /** The most calls of a commit that have places of their own. */
    public static final int MOST_CALLS = 1_000;

    private static final int BITS = 10;
    private static final long END = (1L << BITS) - 1;

    private FeedPlace() {}

    /** After a whole commit. */
    public static long end(long sequence) {
        return (sequence << BITS) | END;
    }

    /** After one call of a commit, by its place from 0 to {@link #MOST_CALLS}. */
    public static long call(long sequence, int index) {
        return (sequence << BITS) | index;
    }

    /** The number of the last commit that lies wholly before the place. */
    public static long lastWhole(long place) {
        return ((place + 1) >> BITS) - 1;
    }

    /** The number of the last commit that lies before the place at least in part. */
    public static long sequence(long place) {
        return place >> BITS;
    }
}
