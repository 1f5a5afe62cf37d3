package dev.tollgate.catalog.convert;

import dev.tollgate.catalog.Catalog;
import dev.tollgate.catalog.Model;
import dev.tollgate.catalog.PriceVersion;
import dev.tollgate.catalog.PriceVersionId;
import dev.tollgate.catalog.Rate;
import dev.tollgate.core.ModelRef;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Continues a catalogue with a newer price list. Versions that exist stay, under their ids, since events were charged with them. */
final class CatalogUpdate {

    private static final Comparator<Rate> ORDER = Comparator.comparing(Rate::unit)
            .thenComparing(rate -> rate.serviceTier() == null ? "" : rate.serviceTier())
            .thenComparingLong(Rate::aboveTokens);

    private final Map<ModelRef, Model> models = new LinkedHashMap<>();
    private final LocalDate from;
    private long lastId;

    CatalogUpdate(List<Model> before, LocalDate from) {
        this.from = from;
        before.forEach(model -> models.put(model.ref(), model));
        this.lastId = before.stream()
                .flatMap(model -> model.prices().stream())
                .mapToLong(price -> price.id().value())
                .max()
                .orElse(0);
    }

    /** The catalogue with the list's models, in the catalogue's order. */
    List<Model> with(List<ListedModel> list) {
        list.stream()
                .sorted(Comparator.comparing((ListedModel model) -> model.ref().provider())
                        .thenComparing(model -> model.ref().model()))
                .forEach(listed -> models.put(listed.ref(), listed.with(prices(listed))));
        return models.values().stream().sorted(Catalog.ORDER).toList();
    }

    private List<PriceVersion> prices(ListedModel listed) {
        Model before = models.get(listed.ref());
        List<PriceVersion> prices = new ArrayList<>(before == null ? List.of() : before.prices());
        if (!listed.rates().isEmpty() && !listed.rates().equals(newest(prices))) {
            prices.add(version(listed.rates()));
        }
        return prices;
    }

    private static Set<Rate> newest(List<PriceVersion> prices) {
        return prices.isEmpty() ? Set.of() : new HashSet<>(prices.getLast().rates());
    }

    private PriceVersion version(Set<Rate> rates) {
        lastId++;
        return new PriceVersion(
                new PriceVersionId(lastId),
                from.atStartOfDay(ZoneOffset.UTC).toInstant(),
                null,
                rates.stream().sorted(ORDER).toList());
    }
}
