package dev.tollgate.catalog;

import dev.tollgate.core.ModelRef;
import dev.tollgate.core.OrganizationId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class CatalogPriceBook implements PriceBook {

    private final Catalog catalog;
    private final OwnPrices own;

    CatalogPriceBook(Catalog catalog, OwnPrices own) {
        this.catalog = catalog;
        this.own = own;
    }

    @Override
    public Charge charge(OrganizationId organization, Chargeable call) {
        return own.of(organization).charge(call);
    }

    @Override
    public void refresh(OrganizationId organization) {
        own.fresh(organization);
    }

    @Override
    public @Nullable String family(ModelRef model) {
        return catalog.resolve(model).family();
    }
}
