package dev.tollgate.catalog.convert;

import dev.tollgate.catalog.PriceUnit;
import dev.tollgate.catalog.Rate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the rates of one model of the price list. */
final class SourceRates {

    private static final Pattern SIZE = Pattern.compile("(?:^|/)(\\d+)-x-(\\d+)/");

    private final SourceModel model;
    private final RateSet rates = new RateSet();

    private SourceRates(SourceModel model) {
        this.model = model;
    }

    /** Every rate there is; empty when the model has no price. */
    static List<Rate> of(SourceModel model) {
        SourceRates source = new SourceRates(model);
        source.addFields(model.fields(), 0);
        source.addRanges();
        source.addSearches();
        source.addPixels();
        source.addFastTier();
        return source.rates.cleaned();
    }

    private void addFields(JsonNode fields, long above) {
        for (String name : fields.propertyNames()) {
            BigDecimal amount = SourceModel.decimal(fields.path(name));
            if (amount != null) {
                CostField.parse(name, model.mode())
                        .ifPresent(field -> rates.add(new Rate(
                                field.unit(), Math.max(above, field.aboveTokens()), field.serviceTier(), amount)));
            }
        }
    }

    /**
     * Ranges of the prompt's size reprice the whole call, as thresholds do. Ranges of how many results were asked for are told by no
     * event: their first one, which is what the services do unasked, holds.
     */
    private void addRanges() {
        Collection<JsonNode> ranges = model.fields().path("tiered_pricing").values();
        boolean first = true;
        for (JsonNode range : ranges) {
            BigDecimal from = SourceModel.decimal(range.path("range").path(0));
            if (from != null || first) {
                addFields(range, from == null ? 0 : from.longValueExact());
            }
            first = false;
        }
    }

    /** The price of a search depends on how much context it may bring; events do not tell, and medium is the default. */
    private void addSearches() {
        addBase(
                PriceUnit.SEARCH_QUERY,
                SourceModel.decimal(
                        model.fields().path("search_context_cost_per_query").path("search_context_size_medium")));
    }

    /** A price per pixel is a price per image where the name says the size. */
    private void addPixels() {
        BigDecimal pixel = model.decimal("input_cost_per_pixel");
        Matcher size = SIZE.matcher(model.key());
        if (pixel != null && size.find() && !rates.has(PriceUnit.IMAGE_INPUT)) {
            BigDecimal pixels = new BigDecimal(size.group(1)).multiply(new BigDecimal(size.group(2)));
            addBase(PriceUnit.IMAGE_OUTPUT, pixel.multiply(pixels).stripTrailingZeros());
        }
    }

    /** The multiplier of a faster tier becomes rates of that tier. */
    private void addFastTier() {
        BigDecimal times = SourceModel.decimal(
                model.fields().path("provider_specific_entry").path("fast"));
        if (times != null) {
            List<Rate> fast = new ArrayList<>();
            rates.all().stream()
                    .filter(rate -> rate.unit().isToken() && rate.serviceTier() == null)
                    .forEach(rate -> fast.add(new Rate(
                            rate.unit(),
                            rate.aboveTokens(),
                            "fast",
                            rate.amount().multiply(times).stripTrailingZeros())));
            fast.forEach(rates::add);
        }
    }

    private void addBase(PriceUnit unit, @Nullable BigDecimal amount) {
        if (amount != null) {
            rates.add(Rate.base(unit, amount));
        }
    }

    /** The cost fields that {@link CostField} does not know, and that are read in no other way. */
    static List<String> leftOut(SourceModel model) {
        return model.names().stream()
                .filter(name -> name.contains("cost"))
                .filter(model::costs)
                .filter(name -> CostField.parse(name, model.mode()).isEmpty())
                .filter(name -> !name.equals("input_cost_per_pixel"))
                .toList();
    }
}
