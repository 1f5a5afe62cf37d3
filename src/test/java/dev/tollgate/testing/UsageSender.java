package dev.tollgate.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends usage events from several threads without a break, each batch until it is acknowledged: what a well-behaved client does
 * whose server comes and goes.
 */
public final class UsageSender implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int BATCH = 20;

    /** Before a batch is sent again, so that a server that starts has the machine to itself. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Supplier<URI> target;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<Integer> refusals = ConcurrentHashMap.newKeySet();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile boolean running = true;

    /** Begins to send to where the target stands at the time of each try. */
    public UsageSender(int parallel, Supplier<URI> target) {
        this.target = target;
        for (int i = 0; i < parallel; i++) {
            threads.execute(this::send);
        }
    }

    /** The ids of all events whose recording was acknowledged. */
    public Set<String> acknowledged() {
        return acknowledged;
    }

    /** The HTTP status codes other than 200 that were answered. */
    public Set<Integer> refusals() {
        return refusals;
    }

    /** How many tries got no answer at all. */
    public int failures() {
        return failures.get();
    }

    private void send() {
        while (running) {
            List<String> ids = Stream.generate(() -> UUID.randomUUID().toString())
                    .limit(BATCH)
                    .toList();
            String body = ids.stream().map(UsageSender::event).collect(Collectors.joining(",", "[", "]"));
            while (running && !sent(body)) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            if (running) {
                acknowledged.addAll(ids);
            }
        }
    }

    private boolean sent(String body) {
        HttpRequest request = HttpRequest.newBuilder(target.get())
                .header("Authorization", "Bearer " + ChildApplication.KEY)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                refusals.add(answer.statusCode());
                return false;
            }
            return recorded(answer.body()) == BATCH;
        } catch (IOException e) {
            failures.incrementAndGet();
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How many events the answer says are in the ledger. An empty answer says of none. */
    private static int recorded(String answer) {
        JsonNode receipt = JSON.readTree(answer);
        return receipt.path("accepted").asInt(0) + receipt.path("duplicates").asInt(0);
    }

    private static String event(String id) {
        return """
                {"id":"%s","occurredAt":"%s","provider":"openai","model":"gpt-5.5","inputTokens":%d,"outputTokens":7,
                 "latencyMs":120,"feature":"f%d","user":"u%d"}
                """.formatted(id, Instant.now(), id.hashCode() & 0xfff, id.hashCode() & 7, id.hashCode() & 31);
    }

    /** Stops sending; a batch that is under way is not waited for. */
    public void stop() {
        running = false;
        threads.shutdownNow();
        http.shutdownNow();
        threads.close();
    }

    @Override
    public void close() {
        stop();
    }
}
