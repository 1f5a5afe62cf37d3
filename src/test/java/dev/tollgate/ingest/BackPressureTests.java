package dev.tollgate.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TestServers;
import dev.tollgate.testing.TollgateTest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.unit.DataSize;

/** An intake with a short queue, while the database holds up what it writes. */
@TollgateTest
class BackPressureTests {

    private static final int ROOM = 20;
    private static final int COMMIT = 5;

    private final Instant now = Instant.now();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final GroupCommit commit;
    private final UsageIntake intake;
    private final IngestSource source;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Autowired
    BackPressureTests(LedgerTransaction transaction, EventRows rows, TestOrganizations organizations) {
        IngestSettings settings = new IngestSettings(ROOM, DataSize.ofMegabytes(1), ROOM, COMMIT);
        OrganizationId organization = organizations.create().id();
        IngestRoom room = new IngestRoom(settings, meters);
        this.commit = new GroupCommit(transaction, room, settings, meters);
        this.intake = new UsageIntake(rows, commit, room, settings, meters);
        this.source = new IngestSource(organization, null);
    }

    @BeforeEach
    void start() {
        commit.start();
        record(events("warm", 1));
    }

    @AfterEach
    void stop() {
        commit.stop();
        threads.close();
    }

    @Test
    void refusesAtOnceWhatHasNoRoomAndKeepsWhatItTook() throws Exception {
        List<Future<IngestReceipt>> waiting;
        try (Connection jam = jam()) {
            waiting = IntStream.range(0, ROOM / COMMIT)
                    .mapToObj(request -> threads.submit(() -> record(events("r" + request, COMMIT))))
                    .toList();
            Awaitility.await().until(() -> queued() == ROOM);

            assertThatThrownBy(() -> record(events("refused", 1)))
                    .isInstanceOfSatisfying(ProblemException.class, problem -> {
                        assertThat(problem.code()).isEqualTo(ErrorCode.RATE_LIMITED);
                        assertThat(problem.retryAfter()).isNotNull();
                    });
            jam.rollback();
        }
        for (Future<IngestReceipt> request : waiting) {
            assertThat(request.get()).isEqualTo(new IngestReceipt(COMMIT, 0, List.of()));
        }
        assertThat(record(events("refused", 1)).accepted()).isEqualTo(1);
        assertThat(queued()).isZero();
    }

    @Test
    void storesInOneCommitWhatGatheredMeanwhile() throws Exception {
        List<Future<IngestReceipt>> waiting;
        double commitsBefore = commits();
        try (Connection jam = jam()) {
            waiting = IntStream.range(0, 10)
                    .mapToObj(request -> threads.submit(() -> record(events("r" + request, 1))))
                    .toList();
            Awaitility.await().until(() -> queued() == 10);
            jam.rollback();
        }
        for (Future<IngestReceipt> request : waiting) {
            assertThat(request.get().accepted()).isEqualTo(1);
        }
        assertThat(commits() - commitsBefore).isLessThan(10);
    }

    @Test
    void storesWhatItTookBeforeItStops() throws Exception {
        Future<IngestReceipt> waiting;
        Future<?> stopping;
        try (Connection jam = jam()) {
            waiting = threads.submit(() -> record(events("last", 3)));
            Awaitility.await().until(() -> queued() == 3);
            stopping = threads.submit(() -> commit.stop());
            Awaitility.await().until(() -> !commit.isRunning());
            assertThatThrownBy(() -> record(events("late", 1))).isInstanceOf(ProblemException.class);
            jam.rollback();
        }
        stopping.get();
        assertThat(waiting.get().accepted()).isEqualTo(3);
    }

    @Test
    void countsOnceAnEventThatSeveralRequestsBring() throws Exception {
        Submitted good = events("good", 1).getFirst();
        List<Future<IngestReceipt>> waiting;
        try (Connection jam = jam()) {
            waiting = IntStream.range(0, 4)
                    .mapToObj(request -> threads.submit(() -> record(List.of(good))))
                    .toList();
            Awaitility.await().until(() -> queued() == 4);
            jam.rollback();
        }
        int accepted = 0;
        int duplicates = 0;
        for (Future<IngestReceipt> request : waiting) {
            accepted += request.get().accepted();
            duplicates += request.get().duplicates();
        }
        assertThat(accepted).isEqualTo(1);
        assertThat(duplicates).isEqualTo(3);
    }

    /** Holds up whoever writes batches, until it is rolled back. */
    private static Connection jam() throws SQLException {
        Connection jam = DriverManager.getConnection(TestServers.databaseUrl(), "postgres", "");
        jam.setAutoCommit(false);
        try (Statement statement = jam.createStatement()) {
            statement.execute("LOCK TABLE usage_batch IN SHARE MODE");
        }
        return jam;
    }

    private IngestReceipt record(List<Submitted> events) {
        return intake.record(source, events);
    }

    private List<Submitted> events(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Drafts.event(name + "-" + number, now).submitted())
                .toList();
    }

    private double queued() {
        return meters.get("tollgate.ingest.queue.events").gauge().value();
    }

    private double commits() {
        return meters.get("tollgate.ingest.commit.events").summary().count();
    }
}
