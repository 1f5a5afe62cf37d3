package dev.tollgate.analytics;

import dev.tollgate.usage.UsageDimension;
import org.jspecify.annotations.Nullable;

/**
 * One value of one dimension, or of one tag.
 *
 * @param dimension the dimension; null for a tag
 * @param tag the tag's name; null for a dimension
 * @param value the value; null: not attributed
 */
public record DimensionKey(
        @Nullable UsageDimension dimension,
        @Nullable String tag,
        @Nullable String value) {}
