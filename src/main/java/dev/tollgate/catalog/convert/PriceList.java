package dev.tollgate.catalog.convert;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The price list as published: one JSON object, keyed by model. Its numbers are read as exact decimals. */
final class PriceList {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final List<SourceModel> entries;

    private PriceList(List<SourceModel> entries) {
        this.entries = entries;
    }

    static PriceList read(Path file) throws IOException {
        try (InputStream text = Files.newInputStream(file)) {
            return of(JSON.readTree(text));
        }
    }

    static PriceList of(String json) {
        return of(JSON.readTree(json));
    }

    private static PriceList of(JsonNode list) {
        return new PriceList(list.properties().stream()
                // The sample explains the fields, and rules are no models: they name no provider.
                .filter(entry -> !entry.getKey().equals("sample_spec"))
                .filter(entry -> entry.getValue().has("litellm_provider"))
                .map(entry -> new SourceModel(entry.getKey(), entry.getValue()))
                .toList());
    }

    /** Its models under the names of the catalogue. */
    List<ListedModel> models() {
        return new Naming(entries).models();
    }

    /** The cost fields that were not understood, in order. */
    SortedSet<String> fieldsLeftOut() {
        SortedSet<String> fields = new TreeSet<>();
        entries.forEach(entry -> fields.addAll(SourceRates.leftOut(entry)));
        return fields;
    }
}
