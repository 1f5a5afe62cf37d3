package dev.tollgate.analytics;

import static dev.tollgate.analytics.SampleQuery.SAMPLES;

import dev.tollgate.usage.AttributionId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.Record;

/** Merges sketches, stored ones and samples from the ledger, into those of the shapes asked for. */
final class SketchCollector {

    private final Grouping grouping;
    private final Map<Shape, Map<FactKey, Sketches>> byShape = new HashMap<>();
    private long read;

    SketchCollector(Grouping grouping) {
        this.grouping = grouping;
        Stream.of(grouping.attributed(), grouping.plain())
                .filter(Objects::nonNull)
                .forEach(shape -> byShape.put(shape, new HashMap<>()));
    }

    /** Adds a row of a {@link SketchQuery}. */
    void addStored(Record row) {
        read++;
        byte[] latency = row.field(SketchQuery.LATENCY) == null ? null : row.get(SketchQuery.LATENCY);
        byte[] users = row.field(SketchQuery.USERS) == null ? null : row.get(SketchQuery.USERS);
        for (Sketches sketches : targets(FactReader.key(row))) {
            if (latency != null) {
                sketches.latency().merge(latency);
            }
            if (users != null) {
                sketches.users().merge(users);
            }
        }
    }

    /** Adds a row of a {@link SampleQuery}. */
    void addSample(Record row) {
        FactKey key = FactReader.key(row);
        Integer latency = row.field(SampleQuery.LATENCY) == null ? null : row.get(SampleQuery.LATENCY);
        for (Sketches sketches : targets(key)) {
            if (latency != null) {
                sketches.latency().add(latency, row.get(SAMPLES));
            }
            if (!key.user().isEmpty()) {
                sketches.users().add(key.user());
            }
        }
        read += row.get(SAMPLES);
    }

    long read() {
        return read;
    }

    Facts<Sketches> facts() {
        Map<Shape, List<Fact<Sketches>>> facts = new HashMap<>();
        byShape.forEach((shape, sketches) -> facts.put(
                shape,
                sketches.entrySet().stream()
                        .map(entry -> new Fact<>(entry.getKey(), entry.getValue()))
                        .toList()));
        return new Facts<>(facts);
    }

    private List<Sketches> targets(FactKey key) {
        boolean ofAll = grouping.stored() && key.attribution().equals(AttributionId.ALL);
        boolean ofOne = grouping.stored() && !ofAll;
        return byShape.entrySet().stream()
                .filter(entry -> !(entry.getKey().byAttribution() ? ofAll : ofOne))
                .map(entry -> entry.getValue().computeIfAbsent(key.at(entry.getKey()), _ -> Sketches.empty()))
                .toList();
    }
}
