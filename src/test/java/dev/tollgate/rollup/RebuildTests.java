package dev.tollgate.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.SettingException;
import dev.tollgate.core.TimeWindow;
import dev.tollgate.ingest.Drafts;
import dev.tollgate.ingest.IngestSource;
import dev.tollgate.ingest.UsageIntake;
import dev.tollgate.organization.Organization;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;

/** Cells made anew from the ledger, by the command and while events go on coming. */
@TollgateTest
class RebuildTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");
    private static final String BREAK = "UPDATE %s SET requests = requests + 1 WHERE organization_id = ?";

    private final Instant now = Instant.now();
    private final TimeWindow lately = new TimeWindow(now.minus(Duration.ofDays(4)), now.plusSeconds(60));
    private final UsageIntake intake;
    private final TenantTransactions transactions;
    private final RollupFreshness freshness;
    private final CellDrift drift;
    private final CellRebuild rebuild;
    private final RebuildCommand command;
    private final Organization organization;

    @Autowired
    RebuildTests(
            UsageIntake intake,
            TenantTransactions transactions,
            RollupFreshness freshness,
            CellDrift drift,
            CellRebuild rebuild,
            RebuildCommand command,
            TestOrganizations organizations) {
        this.intake = intake;
        this.transactions = transactions;
        this.freshness = freshness;
        this.drift = drift;
        this.rebuild = rebuild;
        this.command = command;
        this.organization = organizations.create(ZONE);
    }

    @Test
    void mendsCellsOfEveryGrain() {
        record("a", now.minusSeconds(1));
        record("b", now.minus(Duration.ofDays(3)));
        awaitRolledUp();
        for (CellGrain grain : CellGrain.values()) {
            spoil(grain);
        }
        assertThat(differences()).isPositive();

        run("--rebuild=" + organization.slug());

        assertThat(differences()).isZero();
    }

    @Test
    void mendsEveryOrganizationWhenNoneIsNamed() {
        record("a", now.minusSeconds(1));
        awaitRolledUp();
        spoil(CellGrain.DAY);

        run("--rebuild", "--from=" + LocalDate.ofInstant(now, ZONE).minusDays(1));

        assertThat(differences()).isZero();
    }

    @Test
    void mendsOnlyTheDaysThatItIsGiven() {
        Instant threeDaysAgo = now.minus(Duration.ofDays(3));
        record("a", now.minusSeconds(1));
        record("b", threeDaysAgo);
        awaitRolledUp();
        spoil(CellGrain.DAY);
        LocalDate day = LocalDate.ofInstant(threeDaysAgo, ZONE);

        run("--rebuild=" + organization.slug(), "--from=" + day, "--to=" + day.plusDays(1));

        assertThat(drift.differences(organization.id(), new TimeWindow(threeDaysAgo, threeDaysAgo.plusMillis(1))))
                .isZero();
        assertThat(drift.differences(organization.id(), new TimeWindow(now.minusSeconds(1), now)))
                .isPositive();
    }

    @Test
    void losesNothingAndCountsNothingTwiceWhileEventsCome() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> senders = IntStream.range(0, 3)
                    .<Future<?>>mapToObj(sender -> threads.submit(() -> send("s" + sender)))
                    .toList();
            while (!senders.stream().allMatch(Future::isDone)) {
                rebuild.rebuild(organization.id(), lately);
            }
            for (Future<?> sender : senders) {
                sender.get();
            }
        }
        rebuild.rebuild(organization.id(), lately);
        assertThat(differences()).isZero();
        awaitRolledUp();
        assertThat(differences()).isZero();
    }

    private void send(String sender) {
        IntStream.range(0, 60).forEach(number -> record(sender + "-" + number, now.minus(Duration.ofHours(number))));
    }

    @Test
    void doesNothingUnlessAsked() {
        record("a", now.minusSeconds(1));
        awaitRolledUp();
        spoil(CellGrain.DAY);

        run("--from=2026-01-01");

        assertThat(differences()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "--rebuild=nowhere, , --rebuild: there is no organization nowhere.",
        ", --from=yesterday, '--from must be a date, such as 2026-01-31.'",
        ", --to=2026-02-30, '--to must be a date, such as 2026-01-31.'",
        ", --from=9999-01-01, --from must be a date before --to.",
    })
    void saysWhatIsWrongWithTheCommand(String rebuilt, String option, String sentence) {
        String what = rebuilt == null ? "--rebuild=" + organization.slug() : rebuilt;

        assertThatThrownBy(() -> run(what, option == null ? "--other=1" : option))
                .isInstanceOf(SettingException.class)
                .hasMessage(sentence);
    }

    private void run(String... arguments) {
        command.run(new DefaultApplicationArguments(arguments));
    }

    private long differences() {
        return drift.differences(organization.id(), lately);
    }

    private void spoil(CellGrain grain) {
        transactions.write(
                organization.id(),
                sql -> sql.execute(
                        BREAK.formatted(grain.cellTable()), organization.id().value()));
    }

    private void record(String id, Instant occurredAt) {
        intake.record(
                new IngestSource(organization.id(), null),
                List.of(Drafts.event(id, occurredAt)
                        .with("user", "u")
                        .with("latencyMs", 120L)
                        .submitted()));
    }

    private void awaitRolledUp() {
        Awaitility.await()
                .until(() -> transactions.read(
                        organization.id(),
                        sql -> freshness
                                .committedThrough(sql, organization.id(), Instant.MAX)
                                .equals(Instant.MAX)));
    }
}
