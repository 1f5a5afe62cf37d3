package dev.tollgate.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an organization has said of a model's price.
 *
 * @param from from when on that holds
 * @param revision the how manyth time it is, from 1
 * @param tariff its own price; null: the catalogue's
 */
record OwnVersion(Instant from, int revision, @Nullable Tariff tariff) {

    boolean holdsAt(Instant time) {
        return !from.isAfter(time);
    }
}
