package dev.tollgate.analytics;

import dev.tollgate.usage.UsageDimension;

/** One thing that usage is divided by. */
public sealed interface Axis {

    /** By a dimension. */
    record OfDimension(UsageDimension dimension) implements Axis {}

    /** By the value of the tag with the name. */
    record OfTag(String name) implements Axis {}
}
