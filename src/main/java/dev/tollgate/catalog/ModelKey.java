package dev.tollgate.catalog;

import dev.tollgate.core.ModelRef;
import java.util.Locale;

/** A model's identity, however senders spell it: the normalized provider and the name in lower case. */
record ModelKey(String provider, String name) {

    static ModelKey of(ModelRef ref) {
        return new ModelKey(
                ProviderNames.normalize(ref.provider()), ref.model().strip().toLowerCase(Locale.ROOT));
    }
}
