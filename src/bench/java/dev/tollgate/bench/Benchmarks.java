package dev.tollgate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs the benchmarks, prints a table and writes {@code target/bench.json}. Sizes are system properties: {@code bench.events}
 * (3,000,000: events in the large ledger; the small one has a tenth) and {@code bench.seconds} (15: how long each load lasts);
 * {@code bench.only} runs one group of {@code ingest}, {@code queries}, {@code start}, {@code live}, {@code control}, or a part of
 * {@code live}: {@code live-latency}, {@code live-frames}, {@code live-ingest}, {@code live-memory}, or {@code live-peer}, what it
 * compares with, or {@code control-quotas}. {@link LiveSizes} has the sizes of the live benchmarks.
 */
class Benchmarks {

    @Test
    void run() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String group : groups()) {
            switch (group) {
                case "ingest" -> rows.addAll(IngestBench.run());
                case "queries" -> rows.addAll(QueryBench.run());
                case "live" -> rows.addAll(LiveBench.run());
                case "live-latency" -> rows.addAll(LiveBench.latency());
                case "live-frames" -> rows.addAll(LiveBench.frames());
                case "live-ingest" -> rows.addAll(LiveBench.ingest());
                case "live-memory" -> rows.addAll(LiveBench.memory());
                case "live-peer" -> rows.addAll(LiveBench.peer());
                case "control" -> rows.addAll(ControlBench.run());
                case "control-quotas" -> rows.addAll(ControlBench.quotas());
                case "start" -> rows.addAll(StartBench.run());
                default -> throw new IllegalArgumentException("bench.only: there is no group " + group);
            }
        }
        report(rows);
    }

    private static Set<String> groups() {
        String only = System.getProperty("bench.only", "");
        return only.isEmpty()
                ? new java.util.TreeSet<>(List.of("ingest", "queries", "start", "live", "control"))
                : Set.of(only);
    }

    private static void report(List<Row> rows) throws IOException {
        Files.writeString(
                Files.createDirectories(Path.of("target")).resolve("bench.json"),
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(rows));
        StringBuilder table = new StringBuilder("\n| what | measured | target | met |\n| --- | --- | --- | --- |\n");
        for (Row row : rows) {
            table.append(row.line()).append('\n');
        }
        System.out.println(table);
    }
}
