package dev.tollgate.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.ingest.Drafts;
import dev.tollgate.ingest.IngestSource;
import dev.tollgate.ingest.UsageIntake;
import dev.tollgate.redis.RedisTopics;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import dev.tollgate.usage.CommitReader;
import dev.tollgate.usage.UsageBatchCodec;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The feeds of a second node: it hears of the application's commits by Redis, and otherwise reads the log when it looks. */
@TollgateTest
class FeedsTests {

    private static final LiveSettings IMPATIENT = new LiveSettings(
            Duration.ofMillis(20),
            Duration.ofNanos(1),
            Duration.ofNanos(1),
            Duration.ofSeconds(10),
            Duration.ZERO,
            1_000);

    private final UsageIntake intake;
    private final TenantTransactions transactions;
    private final OrganizationId organization;
    private final Feeds other;
    private final Feed feed;
    private final List<Long> seen = new CopyOnWriteArrayList<>();

    @Autowired
    FeedsTests(
            UsageIntake intake,
            TenantTransactions transactions,
            CommitReader reader,
            RedisTopics topics,
            UsageBatchCodec codec,
            TestOrganizations organizations) {
        this.intake = intake;
        this.transactions = transactions;
        this.organization = organizations.create().id();
        record("before");
        CommitChannel channel = new CommitChannel(topics, codec, new SimpleMeterRegistry());
        this.other = new Feeds(reader, channel, IMPATIENT, new SimpleMeterRegistry());
        this.feed = other.enter(organization);
        feed.listen(batch -> seen.add(batch.sequence()));
    }

    @AfterEach
    void leave() {
        other.leave(feed);
        other.look();
        assertThat(other.find(organization)).isEmpty();
    }

    @Test
    void hearsOfCommitsOnAnotherNodeByRedis() {
        Awaitility.await().until(() -> {
            record("e" + seen.size() + Instant.now());
            return !seen.isEmpty();
        });
        long first = seen.getFirst();

        record("a");
        record("b");

        Awaitility.await().until(() -> seen.size() >= 3);
        assertThat(seen)
                .isEqualTo(LongStream.range(first, first + seen.size()).boxed().toList());
    }

    @Test
    void readsInTheLogWhatANodeDidNotTellBeforeItDied() {
        commitAndDie();
        commitAndDie();

        other.look();

        assertThat(seen).containsExactly(2L, 3L);
    }

    @Test
    void tellsACommitOnceThatItHearsOfAndReads() {
        record("a");
        other.look();
        Awaitility.await().until(() -> seen.contains(2L));
        record("b");
        Awaitility.await().until(() -> {
            other.look();
            return seen.contains(3L);
        });

        assertThat(seen).containsExactly(2L, 3L);
    }

    private void record(String id) {
        intake.record(
                new IngestSource(organization, null),
                List.of(Drafts.event(id, Instant.now()).submitted()));
    }

    private void commitAndDie() {
        transactions.write(organization, sql -> sql.execute("""
                WITH next AS (
                    UPDATE usage_sequence SET newest = newest + 1 WHERE organization_id = ? RETURNING newest)
                INSERT INTO usage_batch (organization_id, sequence, events, payload)
                SELECT organization_id, next.newest, events, payload FROM usage_batch, next
                 WHERE organization_id = ? AND sequence = next.newest - 1
                """, organization.value(), organization.value()));
    }
}
