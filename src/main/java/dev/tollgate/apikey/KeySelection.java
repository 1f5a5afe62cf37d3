package dev.tollgate.apikey;

import dev.tollgate.core.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Which keys: those that fit every part.
 *
 * @param owner whose; null: anybody's and nobody's
 * @param search what the name contains, in any case; null: anything
 */
public record KeySelection(
        @Nullable AccountId owner, @Nullable String search) {

    /** Every key. */
    public static final KeySelection ALL = new KeySelection(null, null);
}
