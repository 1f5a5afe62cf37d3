package dev.tollgate.bench;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The messages of a {@code graphql-transport-ws} client that subscribes once. */
record Subscription(String initialize, String subscribe) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What the live page asks for: the totals and the models. */
    private static final String TICKS = """
            subscription Ticks($filter: UsageFilter, $every: Duration) {
              usageTicks(filter: $filter, every: $every, by: MODEL) {
                cursor sequence sinceSequence kind from to
                metrics { requests errors totalTokens cost latency { averageMs } }
                rows { key { value } metrics { requests totalTokens cost } }
                freshness { lagMs }
              }
            }
            """;

    static Subscription ticks(String key, Map<String, ?> filter, String every) {
        return new Subscription(
                JSON.writeValueAsString(
                        Map.of("type", "connection_init", "payload", Map.of("Authorization", "Bearer " + key))),
                JSON.writeValueAsString(Map.of(
                        "id",
                        "1",
                        "type",
                        "subscribe",
                        "payload",
                        Map.of("query", TICKS, "variables", Map.of("filter", filter, "every", every)))));
    }

    static Subscription parse(String line) {
        String[] messages = line.split("\t", 2);
        return new Subscription(messages[0], messages[1]);
    }

    String line() {
        return initialize + "\t" + subscribe;
    }
}
