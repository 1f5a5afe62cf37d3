package dev.tollgate.catalog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a model's price. Versions are added, never changed.
 *
 * @param id names it for ever, over all models and organizations
 * @param effectiveFrom from when on it holds
 * @param revision the how manyth own price of the organization for the model it is, from 1; null when it is the catalogue's
 * @param rates its rates; never empty
 */
public record PriceVersion(
        PriceVersionId id, Instant effectiveFrom, @Nullable Integer revision, List<Rate> rates) {

    /** Keeps a copy of the rates. */
    public PriceVersion {
        rates = List.copyOf(rates);
    }

    /** Whether it is an organization's own. */
    public boolean negotiated() {
        return revision != null;
    }
}
