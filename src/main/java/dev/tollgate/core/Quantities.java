package dev.tollgate.core;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What of a call is not priced by token. Null is unknown.
 *
 * @param images images made
 * @param audioSeconds seconds of sound
 * @param videoSeconds seconds of video
 * @param characters characters
 * @param pages pages
 * @param searchQueries search queries
 */
public record Quantities(
        @Nullable BigDecimal images,
        @Nullable BigDecimal audioSeconds,
        @Nullable BigDecimal videoSeconds,
        @Nullable BigDecimal characters,
        @Nullable BigDecimal pages,
        @Nullable BigDecimal searchQueries) {}
