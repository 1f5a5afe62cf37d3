package dev.tollgate.analytics;

import dev.tollgate.ingest.Drafts;
import dev.tollgate.ingest.Submitted;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** An event as tests make it up. An empty name is not attributed. */
record TestEvent(
        String id,
        Instant occurredAt,
        String model,
        String team,
        String user,
        long input,
        long output,
        boolean failed,
        int latencyMs) {

    static TestEvent random(int number, Instant occurredAt, RandomGenerator random) {
        return new TestEvent(
                "event-" + number,
                occurredAt,
                List.of("gpt-5.5", "gpt-5.5-mini", "no-such-model").get(random.nextInt(3)),
                List.of("search", "support", "").get(random.nextInt(3)),
                List.of("u-1", "u-2", "u-3", "").get(random.nextInt(4)),
                random.nextLong(1_000),
                random.nextLong(1_000),
                random.nextInt(10) == 0,
                random.nextInt(10_000));
    }

    Submitted submitted() {
        return draft().submitted();
    }

    Drafts draft() {
        return Drafts.event(id, occurredAt)
                .with("model", model)
                .with("team", team.isEmpty() ? null : team)
                .with("user", user.isEmpty() ? null : user)
                .with("inputTokens", input)
                .with("outputTokens", output)
                .with("status", failed ? "ERROR" : "SUCCESS")
                .with("latencyMs", (long) latencyMs)
                .with("tags", Map.of("parity", input % 2 == 0 ? "even" : "odd"));
    }
}
