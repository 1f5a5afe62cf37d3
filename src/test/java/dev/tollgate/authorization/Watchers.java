package dev.tollgate.authorization;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Everybody of an organization, watching whatever can be watched. */
final class Watchers implements AutoCloseable {

    /** The things that are waited for: what happened elsewhere between them has had its time to be told of too. */
    private static final int ENOUGH = 2;

    private final Events events;
    private final Map<String, Map<Asker, Watch>> watches = new LinkedHashMap<>();

    private Watchers(Events events) {
        this.events = events;
    }

    /** Subscribes as everybody with each document. Their names are for messages. */
    static Watchers of(Side side, Events events, Map<String, String> documents) {
        Watchers watchers = new Watchers(events);
        documents.forEach((name, document) -> {
            Map<Asker, Watch> row = new EnumMap<>(Asker.class);
            Stream.of(Asker.values())
                    .forEach(asker -> row.put(asker, side.caller(asker).watch(document)));
            watchers.watches.put(name, row);
        });
        return watchers;
    }

    /** Those who wait for what has happened, and were not refused either. */
    List<String> waiting() {
        List<String> waiting = new ArrayList<>();
        watches.forEach((name, row) -> row.forEach((asker, watch) -> {
            if (outcome(watch) != Outcome.FORBIDDEN
                    && outcome(watch) != Outcome.UNAUTHENTICATED
                    && events.toldOf(watch.told()) < ENOUGH) {
                waiting.add(name + " as " + asker + ", told so far: " + watch.told());
            }
        }));
        return waiting;
    }

    /** What became of everybody's subscription. */
    Map<Asker, Outcome> outcomes(String name) {
        Map<Asker, Outcome> outcomes = new EnumMap<>(Asker.class);
        watches.getOrDefault(name, Map.of()).forEach((asker, watch) -> outcomes.put(asker, outcome(watch)));
        return outcomes;
    }

    private static Outcome outcome(Watch watch) {
        return watch.first().map(Caller.Answer::outcome).orElse(Outcome.OTHER);
    }

    /** What anybody was told that is another organization's. */
    List<String> foreign(Events others) {
        List<String> foreign = new ArrayList<>();
        watches.forEach((name, row) -> row.forEach((asker, watch) -> watch.told().stream()
                .filter(text -> others.toldOf(List.of(text)) > 0 || !events.isSum(tokens(text)))
                .forEach(text -> foreign.add(name + " as " + asker + ": " + text))));
        return foreign;
    }

    private static long tokens(String text) {
        return text.isEmpty()
                ? 0
                : Caller.JSON
                        .readTree(text)
                        .at("/data/usageTicks/metrics/inputTokens")
                        .asLong(0);
    }

    @Override
    public void close() {
        watches.values().forEach(row -> row.values().forEach(Watch::close));
    }
}
