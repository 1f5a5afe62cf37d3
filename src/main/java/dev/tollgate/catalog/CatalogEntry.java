package dev.tollgate.catalog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model of the catalogue with its prices made ready, oldest first. */
record CatalogEntry(Model model, List<Tariff> tariffs) {

    static CatalogEntry of(Model model) {
        return new CatalogEntry(model, model.prices().stream().map(Tariff::of).toList());
    }

    /** The price in force; the first one also holds for the time before it, since price lists tell no past. */
    @Nullable
    Tariff at(Instant time) {
        for (int i = tariffs.size() - 1; i > 0; i--) {
            if (tariffs.get(i).holdsAt(time)) {
                return tariffs.get(i);
            }
        }
        return tariffs.isEmpty() ? null : tariffs.getFirst();
    }
}
