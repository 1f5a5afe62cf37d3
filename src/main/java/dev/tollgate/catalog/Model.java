package dev.tollgate.catalog;

import dev.tollgate.core.ModelRef;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A model of the catalogue.
 *
 * @param ref its provider and name, as the catalogue spells them
 * @param aliases other names that mean it at this provider
 * @param type what it is for
 * @param capabilities what it can do
 * @param contextWindow the longest prompt in tokens; null when unknown
 * @param maxOutputTokens the longest answer in tokens; null when unknown
 * @param prices the catalogue's versions, oldest first; empty when it has no price
 */
public record Model(
        ModelRef ref,
        List<String> aliases,
        ModelType type,
        Set<ModelCapability> capabilities,
        @Nullable Long contextWindow,
        @Nullable Long maxOutputTokens,
        List<PriceVersion> prices) {

    /** Keeps copies of the collections. */
    public Model {
        aliases = List.copyOf(aliases);
        capabilities = Set.copyOf(capabilities);
        prices = List.copyOf(prices);
    }

    /** A model of which nothing is known but its name. */
    public static Model unlisted(ModelRef ref) {
        return new Model(ref, List.of(), ModelType.OTHER, Set.of(), null, null, List.of());
    }

    /** The family, for example {@code gpt-5}; null when the name tells none. */
    public @Nullable String family() {
        return Families.of(ref.model());
    }
}
