package dev.tollgate.usage;

/** Names a distinct combination of dimensions within an organization. */
public record AttributionId(long value) {

    /** Stands for all attributions together, so that unfiltered totals read one cell a bucket. */
    public static final AttributionId ALL = new AttributionId(0);

    /** Rejects negative ids. */
    public AttributionId {
        if (value < 0) {
            throw new IllegalArgumentException("an attribution id must not be negative: " + value);
        }
    }
}
