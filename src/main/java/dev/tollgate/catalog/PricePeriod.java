package dev.tollgate.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a price version holds for an organization. A version of the catalogue may hold several times.
 *
 * @param version the version
 * @param from from when on it holds; the first one of the catalogue also before
 * @param until until when, exclusive; null while nothing replaces it. Not after its beginning when it never held
 */
public record PricePeriod(
        PriceVersion version, Instant from, @Nullable Instant until) {

    /** A version that holds from its effective time on. */
    PricePeriod(PriceVersion version, @Nullable Instant until) {
        this(version, version.effectiveFrom(), until);
    }

    boolean isEmpty() {
        return until != null && !from.isBefore(until);
    }
}
