package dev.tollgate.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tollgate.core.ModelRef;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The catalogue as text: one JSON object a line and model, so that a change of a price is a change of a line. Rates are exact
 * decimal numbers in USD for a single unit, keyed as {@link RateKey} writes them.
 */
public final class CatalogFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .build();

    private CatalogFile() {}

    /** Reads every model, in the order of the lines. */
    public static List<Model> read(Reader text) throws IOException {
        try (BufferedReader lines = new BufferedReader(text)) {
            return lines.lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> JSON.readValue(line, Line.class).toModel())
                    .toList();
        }
    }

    /** Writes a line a model, in the order given. */
    public static void write(Writer text, List<Model> models) throws IOException {
        for (Model model : models) {
            text.write(JSON.writeValueAsString(Line.of(model)));
            text.write('\n');
        }
    }

    private record Line(
            String provider,
            String model,
            @Nullable List<String> aliases,
            ModelType type,
            @Nullable SortedSet<ModelCapability> capabilities,
            @Nullable Long contextWindow,
            @Nullable Long maxOutputTokens,
            @Nullable List<Price> prices) {

        static Line of(Model model) {
            return new Line(
                    model.ref().provider(),
                    model.ref().model(),
                    model.aliases(),
                    model.type(),
                    new TreeSet<>(model.capabilities()),
                    model.contextWindow(),
                    model.maxOutputTokens(),
                    model.prices().stream().map(Price::of).toList());
        }

        Model toModel() {
            return new Model(
                    new ModelRef(provider, model),
                    aliases == null ? List.of() : aliases,
                    type,
                    capabilities == null ? Set.of() : capabilities,
                    contextWindow,
                    maxOutputTokens,
                    prices == null
                            ? List.of()
                            : prices.stream().map(Price::toVersion).toList());
        }
    }

    private record Price(long id, String from, Map<String, BigDecimal> rates) {

        static Price of(PriceVersion version) {
            Map<String, BigDecimal> rates = new TreeMap<>();
            version.rates().forEach(rate -> rates.put(RateKey.of(rate), rate.amount()));
            LocalDate from = LocalDate.ofInstant(version.effectiveFrom(), ZoneOffset.UTC);
            return new Price(version.id().value(), from.toString(), rates);
        }

        PriceVersion toVersion() {
            return new PriceVersion(
                    new PriceVersionId(id),
                    LocalDate.parse(from).atStartOfDay(ZoneOffset.UTC).toInstant(),
                    null,
                    rates.entrySet().stream()
                            .map(rate -> RateKey.rate(rate.getKey(), rate.getValue()))
                            .toList());
        }
    }
}
