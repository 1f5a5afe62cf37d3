package dev.tollgate.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testing.ChildApplication;
import dev.tollgate.testing.LedgerAudit;
import dev.tollgate.testing.TestServers;
import dev.tollgate.testing.UsageSender;
import java.net.URI;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Kills the application at random moments under concurrent ingest. */
class IngestCrashIT {

    private static final int ROUNDS = 10;

    private final String database = TestServers.newDatabaseUrl();
    private final LedgerAudit audit = new LedgerAudit(database);
    private final Random random = new Random();

    @Test
    void losesNoAcknowledgedEventAndCountsNoneTwice() {
        ChildApplication child = start();
        AtomicReference<URI> target = new AtomicReference<>(child.url("/v1/usage/events"));
        try (UsageSender sender = new UsageSender(8, target::get)) {
            for (int round = 0; round < ROUNDS; round++) {
                awaitMore(sender, random.nextInt(40, 4_000));
                child.kill();
                audit.holdsOnce(sender.acknowledged());
                child = start();
                target.set(child.url("/v1/usage/events"));
            }
            awaitMore(sender, 40);
            assertThat(sender.failures()).isPositive();
            sender.stop();
            audit.holdsOnce(sender.acknowledged());
            audit.cellsAgree();
        } finally {
            child.close();
        }
    }

    private ChildApplication start() {
        return ChildApplication.start(ChildApplication.on(database), ChildApplication.QUICK_START);
    }

    private static void awaitMore(UsageSender sender, int events) {
        int enough = sender.acknowledged().size() + events;
        Awaitility.await()
                .pollInterval(Duration.ofMillis(1))
                .until(() -> sender.acknowledged().size() >= enough);
    }
}
