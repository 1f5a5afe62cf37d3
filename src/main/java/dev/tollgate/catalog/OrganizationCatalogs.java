package dev.tollgate.catalog;

import dev.tollgate.core.OrganizationId;
import org.springframework.stereotype.Component;

/** Gives every organization its view of the catalogue. */
@Component
public class OrganizationCatalogs {

    private final Catalog catalog;
    private final OwnPrices own;

    OrganizationCatalogs(Catalog catalog, OwnPrices own) {
        this.catalog = catalog;
        this.own = own;
    }

    /** The view with the own prices in memory: as this node knows them, a few seconds old at most. */
    public OrganizationCatalog known(OrganizationId organization) {
        return new OrganizationCatalog(catalog, own.of(organization));
    }

    /** The view with the own prices as the database has them now, read in one statement; {@link #known} has them from then on. */
    public OrganizationCatalog current(OrganizationId organization) {
        return new OrganizationCatalog(catalog, own.fresh(organization));
    }
}
