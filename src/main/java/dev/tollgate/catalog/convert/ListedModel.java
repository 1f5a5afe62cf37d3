package dev.tollgate.catalog.convert;

import dev.tollgate.catalog.Model;
import dev.tollgate.catalog.PriceVersion;
import dev.tollgate.catalog.Rate;
import dev.tollgate.core.ModelRef;
import java.util.List;
import java.util.Set;

/**
 * A model of the price list under the names of the catalogue.
 *
 * @param ref its provider and name
 * @param aliases its other names, in order
 * @param source what the list says about it
 * @param rates its rates; empty when it has no price
 */
record ListedModel(ModelRef ref, List<String> aliases, SourceModel source, Set<Rate> rates) {

    /** The model of the catalogue, with the versions of its price. */
    Model with(List<PriceVersion> prices) {
        return new Model(
                ref,
                aliases,
                SourceFacts.type(source),
                SourceFacts.capabilities(source),
                SourceFacts.contextWindow(source),
                SourceFacts.maxOutputTokens(source),
                prices);
    }
}
