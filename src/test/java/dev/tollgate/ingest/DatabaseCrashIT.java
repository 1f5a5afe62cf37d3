package dev.tollgate.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testing.ChildApplication;
import dev.tollgate.testing.KillablePostgres;
import dev.tollgate.testing.LedgerAudit;
import dev.tollgate.testing.UsageSender;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills PostgreSQL under load and starts it again. */
class DatabaseCrashIT {

    private static final int ROUNDS = 3;

    @Test
    void answersUnavailableMeanwhileAndGoesOnAfterwards(@TempDir Path folder) {
        KillablePostgres postgres = new KillablePostgres(folder);
        postgres.start();
        LedgerAudit audit = new LedgerAudit(postgres.url());
        try (ChildApplication child =
                        ChildApplication.start(ChildApplication.on(postgres.url()), ChildApplication.QUICK_START);
                UsageSender sender = new UsageSender(8, () -> child.url("/v1/usage/events"))) {
            for (int round = 0; round < ROUNDS; round++) {
                awaitMore(sender, 500);
                postgres.kill();
                Awaitility.await().until(() -> sender.refusals().contains(503));
                postgres.start();
                awaitMore(sender, 500);
            }
            sender.stop();
            assertThat(sender.refusals()).containsOnly(503);
            audit.holdsOnce(sender.acknowledged());
            audit.cellsAgree();
        } finally {
            postgres.close();
        }
    }

    private static void awaitMore(UsageSender sender, int events) {
        int enough = sender.acknowledged().size() + events;
        Awaitility.await().until(() -> sender.acknowledged().size() >= enough);
    }
}
