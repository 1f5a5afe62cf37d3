package dev.tollgate.authorization;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The table of who may do what: {@code src/test/resources/authorization.txt}, which says how it is written. */
final class AccessTable {

    /** Where it is, for people. */
    static final String PLACE = "src/test/resources/authorization.txt";

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, String> belongings = new LinkedHashMap<>();

    private AccessTable(Stream<String> lines) {
        lines.map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(this::add);
    }

    static AccessTable read() {
        try (InputStream in = AccessTable.class.getResourceAsStream("/authorization.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return new AccessTable(text.replaceAll("\\R[ \\t]+(?=\\S)", " ").lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        if (line.startsWith("$")) {
            String[] parts = line.substring(1).split("\\s+=\\s+", 2);
            belongings.put(parts[0], parts[1]);
            return;
        }
        String[] parts = line.split("\\s+:(?:\\s+|$)", 3);
        if (parts.length < 2) {
            throw new IllegalArgumentException("Not a line of " + PLACE + ": " + line);
        }
        Rule rule = Rule.parse(parts[1]);
        names(parts[0]).forEach(name -> add(name, rule, parts.length == 3 ? parts[2] : ""));
    }

    /** {@code Quota.id,name} are two; {@code Query.node#Quota} is a variant. */
    private static Stream<String> names(String text) {
        if (!text.contains(",")) {
            return Stream.of(text);
        }
        String type = text.substring(0, text.indexOf('.') + 1);
        return Stream.of(text.substring(type.length()).split(",\\s*")).map(field -> type + field);
    }

    private void add(String name, Rule rule, String example) {
        String[] parts = name.split("#", 2);
        entries.add(new Entry(parts[0], parts.length == 2 ? parts[1] : "", rule, example));
    }

    List<Entry> entries() {
        return entries;
    }

    /** How what the examples name with a {@code $} is made: the first value of the answer is its id. */
    Map<String, String> belongings() {
        return belongings;
    }

    Optional<Entry> find(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }
}
