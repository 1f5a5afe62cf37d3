package dev.tollgate.core;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Stream;
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
        @Nullable BigDecimal searchQueries) {

    /** Whether something is known to have been used. */
    public boolean hasAny() {
        return Stream.of(images, audioSeconds, videoSeconds, characters, pages, searchQueries)
                .filter(Objects::nonNull)
                .anyMatch(count -> count.signum() != 0);
    }
}
