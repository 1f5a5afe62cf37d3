package dev.tollgate.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a price version holds for an organization.
 *
 * @param version the version; it holds from its effective time on, the first one of the catalogue also before
 * @param until until when, exclusive; null while nothing replaces it. Not after its effective time when it never held
 */
public record PricePeriod(PriceVersion version, @Nullable Instant until) {}
