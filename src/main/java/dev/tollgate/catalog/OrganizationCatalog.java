package dev.tollgate.catalog;

import dev.tollgate.core.ModelRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The catalogue as one organization sees it: with its own prices, and with the models that only they name. */
public final class OrganizationCatalog {

    private final Catalog catalog;
    private final OrganizationPrices prices;

    OrganizationCatalog(Catalog catalog, OrganizationPrices prices) {
        this.catalog = catalog;
        this.prices = prices;
    }

    /** Every model, in {@link Catalog#ORDER}. */
    public List<Model> models() {
        return Stream.concat(catalog.models().stream(), prices.unlisted().stream())
                .sorted(Catalog.ORDER)
                .toList();
    }

    /** The model that a provider and a name mean, by any of its names; empty when it is neither listed nor priced. */
    public Optional<Model> find(ModelRef ref) {
        return catalog.find(ref).or(() -> prices.unlisted(ModelKey.of(ref)));
    }

    /** Every provider, by name. */
    public List<Provider> providers() {
        Stream<String> own = prices.unlisted().stream().map(model -> model.ref().provider());
        Stream<String> listed = catalog.providers().stream().map(Provider::name);
        return new TreeSet<>(Stream.concat(listed, own).toList())
                .stream().map(Provider::named).toList();
    }

    /** How many models the provider has here. */
    public int modelCount(Provider provider) {
        long own = prices.unlisted().stream()
                .filter(model -> model.ref().provider().equals(provider.name()))
                .count();
        return catalog.modelCount(provider.name()) + (int) own;
    }

    /** What at least one of the provider's listed models can do. */
    public Set<ModelCapability> capabilities(Provider provider) {
        return catalog.capabilities(provider.name());
    }

    /** Every version of a model's price, newest first. */
    public List<PricePeriod> prices(Model model) {
        return PriceHistory.of(model.prices(), prices.versions(ModelKey.of(model.ref())));
    }

    /** The newest revision of what the organization has said of the model's price; 0 when it has said nothing. */
    public int ownRevision(Model model) {
        return prices.versions(ModelKey.of(model.ref())).stream()
                .mapToInt(OwnVersion::revision)
                .max()
                .orElse(0);
    }

    /** The version in force at a time; empty when there is none. */
    public Optional<PricePeriod> price(Model model, Instant time) {
        return prices.inForce(model.ref(), time)
                .flatMap(version -> prices(model).stream()
                        .filter(period -> period.version().id().equals(version.id()))
                        // The last one that has begun; the first one of the catalogue holds also before its time.
                        .reduce((newer, older) -> newer.from().isAfter(time) ? older : newer));
    }

    /** Whether a price is known at a time. */
    public boolean isPriced(Model model, Instant time) {
        return prices.inForce(model.ref(), time).isPresent();
    }
}
