package dev.tollgate.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testing.ChildApplication;
import dev.tollgate.testing.LedgerAudit;
import dev.tollgate.testing.TestServers;
import dev.tollgate.testing.UsageSender;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Two applications that begin together on one empty database; one is killed under load and comes back. */
class TwoNodesIT {

    private static final int ENOUGH = 2_000;
    private static final String REQUESTS =
            "{\"query\":\"{ organization { usage(range: {last: \\\"PT24H\\\"}) { metrics { requests } } } }\"}";
    private static final String ANSWER = "{\"data\":{\"organization\":{\"usage\":{\"metrics\":{\"requests\":%d}}}}";

    private final String database = TestServers.newDatabaseUrl();
    private final LedgerAudit audit = new LedgerAudit(database);

    @Test
    void countTogetherWhatEitherAcknowledged() throws IOException, InterruptedException {
        CompletableFuture<ChildApplication> starting = CompletableFuture.supplyAsync(this::start);
        try (ChildApplication survivor = start()) {
            AtomicReference<ChildApplication> victim = new AtomicReference<>(starting.join());
            try {
                loadBoth(survivor, victim);
                audit.cellsAgree();
                Awaitility.await().until(() -> agree(survivor, victim.get()));
            } finally {
                victim.get().close();
            }
        }
    }

    private void loadBoth(ChildApplication survivor, AtomicReference<ChildApplication> victim) {
        try (UsageSender steady = sender(new AtomicReference<>(survivor));
                UsageSender interrupted = sender(victim)) {
            awaitMore(steady);
            awaitMore(interrupted);
            victim.get().kill();
            awaitMore(steady);
            victim.set(start());
            awaitMore(interrupted);
            assertThat(steady.failures()).isZero();
            assertThat(steady.refusals()).isEmpty();
            assertThat(interrupted.failures()).isPositive();
            steady.stop();
            interrupted.stop();
            audit.holdsOnce(steady.acknowledged());
            audit.holdsOnce(interrupted.acknowledged());
        }
    }

    private ChildApplication start() {
        return ChildApplication.start(ChildApplication.on(database), ChildApplication.QUICK_START);
    }

    private static UsageSender sender(AtomicReference<ChildApplication> node) {
        return new UsageSender(4, () -> node.get().url("/v1/usage/events"));
    }

    private static void awaitMore(UsageSender sender) {
        int enough = sender.acknowledged().size() + ENOUGH;
        Awaitility.await().until(() -> sender.acknowledged().size() >= enough);
    }

    /** Whether both say what is in the ledger; a last batch may still have been under way. */
    private boolean agree(ChildApplication one, ChildApplication other) throws IOException, InterruptedException {
        String expected = ANSWER.formatted(audit.events());
        return requests(one).startsWith(expected) && requests(other).startsWith(expected);
    }

    private static String requests(ChildApplication node) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(node.url("/graphql"))
                .header("Authorization", "Bearer " + ChildApplication.KEY)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(REQUESTS))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
