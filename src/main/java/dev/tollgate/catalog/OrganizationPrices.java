package dev.tollgate.catalog;

import dev.tollgate.core.ModelRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The prices that hold for an organization: its own ones, made ready to charge with, over the catalogue's. */
final class OrganizationPrices {

    private static final Comparator<StoredPrice> IN_FORCE_LAST =
            Comparator.comparing(StoredPrice::effectiveFrom).thenComparingInt(StoredPrice::revision);

    private final Map<ModelKey, List<OwnVersion>> byModel = new HashMap<>();
    private final Map<ModelKey, ModelRef> unlisted = new HashMap<>();

    private final Catalog catalog;

    OrganizationPrices(List<StoredPrice> prices, Catalog catalog) {
        this.catalog = catalog;
        prices.stream().sorted(IN_FORCE_LAST).forEach(this::add);
    }

    private void add(StoredPrice stored) {
        ModelRef ref = stored.start().model();
        Catalog.Resolved model = catalog.resolve(ref);
        CatalogEntry entry = model.entry();
        PriceVersion version = stored.over(entry == null ? null : entry.at(stored.effectiveFrom()));
        byModel.computeIfAbsent(model.key(), key -> new ArrayList<>())
                .add(new OwnVersion(
                        stored.effectiveFrom(), stored.revision(), version == null ? null : Tariff.of(version)));
        if (entry == null) {
            unlisted.putIfAbsent(model.key(), ref);
        }
    }

    /** Charges a call with the own price in force, else the catalogue's. */
    Charge charge(Chargeable call) {
        Tariff tariff = tariff(call.model(), call.occurredAt());
        if (call.isFree()) {
            return new Charge.Priced(tariff == null ? null : tariff.version().id(), CostBreakdown.NOTHING);
        }
        return tariff == null ? new Charge.Unpriced() : tariff.charge(call);
    }

    /** The version that a call of then is charged with; empty when there is none. */
    Optional<PriceVersion> inForce(ModelRef model, Instant time) {
        return Optional.ofNullable(tariff(model, time)).map(Tariff::version);
    }

    private @Nullable Tariff tariff(ModelRef ref, Instant time) {
        Catalog.Resolved model = catalog.resolve(ref);
        Tariff tariff = own(model.key(), time);
        CatalogEntry entry = model.entry();
        return tariff == null && entry != null ? entry.at(time) : tariff;
    }

    private @Nullable Tariff own(ModelKey model, Instant time) {
        if (byModel.isEmpty()) {
            return null;
        }
        List<OwnVersion> own = byModel.getOrDefault(model, List.of());
        for (int i = own.size() - 1; i >= 0; i--) {
            if (own.get(i).holdsAt(time)) {
                return own.get(i).tariff();
            }
        }
        return null;
    }

    /** What was said of a model, what holds longest last. */
    List<OwnVersion> versions(ModelKey model) {
        return byModel.getOrDefault(model, List.of());
    }

    /** The model of that identity, when it has an own price and the catalogue does not list it. */
    Optional<Model> unlisted(ModelKey model) {
        return Optional.ofNullable(unlisted.get(model)).map(Model::unlisted);
    }

    /** The models with an own price that the catalogue does not list. */
    List<Model> unlisted() {
        return unlisted.values().stream().map(Model::unlisted).toList();
    }
}
