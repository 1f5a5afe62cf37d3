package dev.tollgate.catalog;

import dev.tollgate.core.ModelRef;
import dev.tollgate.core.OrganizationId;
import org.jspecify.annotations.Nullable;

/** The prices in force, answered from memory: safe on the hot path and from any thread. */
public interface PriceBook {

    /** Charges a call with the organization's own price where it has one, else the catalogue's. */
    Charge charge(OrganizationId organization, Chargeable call);

    /**
     * Reads the organization's own prices now, so that every price set before, through any node, is charged with from here on.
     * Otherwise those set through other nodes are seen within a few seconds.
     */
    void refresh(OrganizationId organization);

    /** The family a model belongs to, for example {@code gpt-5}; null when it is not known. */
    @Nullable
    String family(ModelRef model);
}
