package dev.tollgate.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Clients that come to a node, get a tick, and go in one way or another. */
final class Visitors {

    private static final int AT_A_TIME = 20;

    /** As many as {@code UsageSender} sends usage of. */
    private static final int FEATURES = 8;

    private final LiveNode node;
    private final Standing begin;

    /** They ask for all that came after a standing. */
    Visitors(LiveNode node, Standing begin) {
        this.node = node;
        this.begin = begin;
    }

    /** Returns when so many have come and gone; some leave the node to find out. */
    void comeAndGo(int count) {
        try (HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int from = 0; from < count; from += AT_A_TIME) {
                CompletableFuture.allOf(IntStream.range(from, from + AT_A_TIME)
                                .mapToObj(number -> CompletableFuture.runAsync(() -> visit(http, number), threads))
                                .toArray(CompletableFuture[]::new))
                        .join();
            }
            http.shutdownNow();
        }
    }

    private void visit(HttpClient http, int number) {
        Map<String, ?> variables =
                Map.of("after", begin.liveCursor(), "filter", Map.of("feature", List.of("f" + number % FEATURES)));
        CompletableFuture<Tick> told = new CompletableFuture<>();
        try (TickSocket.Open visit = TickSocket.open(http, node.origin(), variables, told::complete)) {
            if (number % 3 != 0) {
                CompletableFuture.anyOf(told, visit.ended()).join();
                assertThat(told).isDone();
            }
            if (number % 2 == 0) {
                visit.goodbye();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
