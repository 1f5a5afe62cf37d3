package dev.tollgate.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testing.ChildApplication;
import dev.tollgate.testing.LedgerAudit;
import dev.tollgate.testing.ProcessHeap;
import dev.tollgate.testing.StoppableRedis;
import dev.tollgate.testing.TestServers;
import dev.tollgate.testing.UsageSender;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.util.unit.DataSize;

/** The live feed of two nodes with one database and one Redis. Each test leaves both nodes and Redis running. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveNodesIT {

    private static final int ENOUGH = 2_000;
    private static final String MESSAGES = "tollgate_live_messages_received_total";

    private final StoppableRedis redis = new StoppableRedis();
    private final String database = TestServers.newDatabaseUrl();
    private final LedgerAudit audit = new LedgerAudit(database);
    private final LiveNode first;
    private final LiveNode second;

    LiveNodesIT() {
        CompletableFuture<LiveNode> starting = CompletableFuture.supplyAsync(this::node);
        this.first = node();
        this.second = starting.join();
    }

    private LiveNode node() {
        Map<String, String> settings = new HashMap<>(ChildApplication.on(database, redis.url()));
        settings.put("TOLLGATE_LIVE_LINGER", "1s");
        return new LiveNode(settings);
    }

    @AfterAll
    void close() {
        first.close();
        second.close();
        redis.close();
    }

    @Test
    void tellsOnBothNodesWhatComesInOnOne() {
        Standing begin = first.usage();
        try (TickWatcher here = new TickWatcher(first::origin, begin);
                TickWatcher there = new TickWatcher(second::origin, begin)) {
            try (UsageSender sender = new UsageSender(4, first::intake)) {
                awaitMore(sender);
                here.awaitUsage(false);
                there.awaitUsage(false);
                assertThat(second.metric(MESSAGES)).isPositive();
            }
            addsUp(here, there);
        }
    }

    @Test
    void tellsFirstWhatWasMissedWhenANodeComesBackThatWasKilled() {
        assertThat(endingOfWhoResumesAfter(second::kill)).doesNotStartWith("1012 ");
    }

    @Test
    void tellsFirstWhatWasMissedWhenANodeComesBackThatWasStopped() {
        assertThat(endingOfWhoResumesAfter(second::stop)).startsWith("1012 ");
    }

    private String endingOfWhoResumesAfter(Runnable end) {
        Standing begin = first.usage();
        try (TickWatcher steady = new TickWatcher(first::origin, begin);
                TickWatcher resuming = new TickWatcher(second::origin, begin)) {
            try (UsageSender sender = new UsageSender(1, first::intake)) {
                resuming.awaitUsage(false);
                end.run();
                Awaitility.await().until(() -> !resuming.endings().isEmpty());
                int told = resuming.ticks().size();
                awaitMore(sender);
                long missed = steady.last().sequence();
                second.start();
                resuming.awaitUsage(false);
                assertThat(resuming.ticks().get(told).sequence()).isGreaterThanOrEqualTo(missed);
            }
            addsUp(steady, resuming);
            return resuming.endings().getFirst();
        }
    }

    @Test
    void losesAndRepeatsNothingWhileRedisIsAwayUnderLoad() {
        Standing begin = first.usage();
        try (TickWatcher here = new TickWatcher(first::origin, begin);
                TickWatcher there = new TickWatcher(second::origin, begin)) {
            try (UsageSender sender = new UsageSender(4, first::intake)) {
                there.awaitUsage(false);
                redis.stop();
                here.awaitUsage(true);
                there.awaitUsage(true);
                long counted = second.usage().metrics().requests();
                awaitMore(sender);
                Awaitility.await().until(() -> second.usage().metrics().requests() > counted);
                double messages = second.metric(MESSAGES);
                redis.start();
                here.awaitUsage(false);
                there.awaitUsage(false);
                Awaitility.await().until(() -> second.metric(MESSAGES) > messages);
                assertThat(sender.failures()).isZero();
                assertThat(sender.refusals()).isEmpty();
            }
            assertThat(here.endings()).isEmpty();
            assertThat(there.endings()).isEmpty();
            addsUp(here, there);
        }
    }

    @Test
    void keepsNothingOfAThousandConnectionsThatCameAndWent() {
        Standing begin = first.usage();
        try (UsageSender sender = new UsageSender(1, first::intake)) {
            awaitMore(sender);
        }
        ProcessHeap heap = new ProcessHeap(second.pid());
        Visitors visitors = new Visitors(second, begin);
        visitors.comeAndGo(200);
        awaitNobody();
        Set<String> channels = redis.channels();
        long before = heap.alive();

        visitors.comeAndGo(1_000);
        assertThat(redis.channels()).hasSizeGreaterThan(channels.size());
        awaitNobody();

        assertThat(redis.channels()).isEqualTo(channels);
        // A single connection that is kept takes some 30 KB.
        assertThat(heap.alive() - before).isLessThan(DataSize.ofMegabytes(5).toBytes());
    }

    private void awaitNobody() {
        Awaitility.await().until(() -> second.metric("tollgate_subscriptions_connections") == 0);
        Awaitility.await().until(() -> second.metric("tollgate_live_feeds") == 0);
        assertThat(second.metric("tollgate_subscriptions")).isZero();
        assertThat(second.metric("tollgate_subscriptions_executions")).isZero();
        assertThat(second.metric("tollgate_live_cadences")).isZero();
    }

    private static void awaitMore(UsageSender sender) {
        int enough = sender.acknowledged().size() + ENOUGH;
        Awaitility.await().until(() -> sender.acknowledged().size() >= enough);
    }

    /** A last batch may still be under way when nobody sends any more. */
    private void addsUp(TickWatcher... watchers) {
        Awaitility.await().untilAsserted(() -> {
            Told ledger = first.usage().metrics();
            assertThat(ledger.requests()).isEqualTo(audit.events());
            assertThat(second.usage().metrics()).isEqualTo(ledger);
            assertThat(watchers).extracting(TickWatcher::sum).containsOnly(ledger);
        });
        assertThat(watchers).allSatisfy(TickWatcher::isOneChain);
    }
}
