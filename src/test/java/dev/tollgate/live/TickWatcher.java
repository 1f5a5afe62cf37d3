package dev.tollgate.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;

/** Follows a node's ticks from a standing on, and comes back after its last tick whenever the connection ends. */
final class TickWatcher implements AutoCloseable {

    /** Before it tries again to connect, so that a node that starts has the machine to itself. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Supplier<URI> node;
    private final Standing begin;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Tick> ticks = new CopyOnWriteArrayList<>();
    private final List<String> endings = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean running = true;

    /** Connects to where the node is at the time of each try. */
    TickWatcher(Supplier<URI> node, Standing begin) {
        this.node = node;
        this.begin = begin;
        this.thread = Thread.startVirtualThread(this::follow);
    }

    private void follow() {
        while (running) {
            String after = ticks.isEmpty() ? begin.liveCursor() : last().cursor();
            try (TickSocket.Open connection = TickSocket.open(http, node.get(), Map.of("after", after), ticks::add)) {
                endings.add(connection.end());
            } catch (CompletionException _) {
                LockSupport.parkNanos(PAUSE.toNanos());
            } catch (InterruptedException _) {
                running = false;
            }
        }
    }

    /** All ticks so far, over all connections. */
    List<Tick> ticks() {
        return ticks;
    }

    /** How connections ended: a close code with a reason, or a failure. */
    List<String> endings() {
        return endings;
    }

    Tick last() {
        return ticks.getLast();
    }

    /** What it began with and all ticks since. */
    Told sum() {
        return ticks.stream().map(Tick::metrics).reduce(begin.metrics(), Told::plus);
    }

    /** Waits until ticks come that tell of usage and of Redis in this way. */
    void awaitUsage(boolean degraded) {
        int known = ticks.size();
        Awaitility.await()
                .until(() ->
                        ticks.stream().skip(known).anyMatch(tick -> tick.hasUsage() && tick.degraded() == degraded));
    }

    /** Fails unless each tick begins where the one before ended, the first one where the standing does. */
    void isOneChain() {
        assertThat(ticks).extracting(Tick::kind).doesNotContain(TickKind.RESET);
        List<Long> ends = LongStream.concat(
                        LongStream.of(begin.sequence()), ticks.stream().mapToLong(Tick::sequence))
                .boxed()
                .toList();
        assertThat(ticks).extracting(Tick::sinceSequence).isEqualTo(ends.subList(0, ticks.size()));
    }

    @Override
    public void close() {
        running = false;
        thread.interrupt();
        try {
            thread.join();
            http.shutdownNow();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
