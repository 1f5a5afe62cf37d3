package dev.tollgate.analytics;

import dev.tollgate.usage.UsageDimension;
import org.jspecify.annotations.Nullable;

/**
 * One value of one dimension, or of one tag.
 *
 * @param axis what it is a value of
 * @param value the value; null: not attributed
 */
public record DimensionKey(Axis axis, @Nullable String value) {

    /** The dimension; null for a tag. */
    public @Nullable UsageDimension dimension() {
        return axis instanceof Axis.OfDimension(var dimension) ? dimension : null;
    }

    /** The tag's name; null for a dimension. */
    public @Nullable String tag() {
        return axis instanceof Axis.OfTag(var name) ? name : null;
    }
}
