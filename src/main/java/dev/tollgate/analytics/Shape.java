package dev.tollgate.analytics;

/**
 * What sums are kept apart by.
 *
 * @param byAttribution each attribution apart
 * @param byBucket each stored bucket apart
 * @param byUser each user apart
 */
public record Shape(boolean byAttribution, boolean byBucket, boolean byUser) {

    /** Everything in one sum. */
    public static final Shape WHOLE = new Shape(false, false, false);

    /** A sum an attribution. */
    public static final Shape ATTRIBUTION = new Shape(true, false, false);

    /** A sum a bucket. */
    public static final Shape BUCKET = new Shape(false, true, false);

    /** A sum a user. */
    public static final Shape USER = new Shape(false, false, true);

    /** Kept apart by what either is kept apart by. */
    public Shape and(Shape other) {
        return new Shape(byAttribution || other.byAttribution, byBucket || other.byBucket, byUser || other.byUser);
    }

    /** Whether sums of the other shape can be added up from sums of this one. */
    boolean covers(Shape other) {
        return and(other).equals(this);
    }
}
