package dev.tollgate.graphql.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.graphql.Span;
import dev.tollgate.graphql.websocket.CloseReason;
import dev.tollgate.graphql.wire.Frame;
import dev.tollgate.graphql.wire.Pipe;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Sinks;

/** Which answers a subscriber gets: the shared ones that fit, and of its own where those do not. */
class BroadcastTests {

    private final SubscriptionMetrics metrics = new SubscriptionMetrics(new SimpleMeterRegistry());
    private final Connections connections = new Connections(settings(), metrics);
    private final FakeSource source = new FakeSource();
    private final AtomicInteger over = new AtomicInteger();
    private final Broadcast broadcast = new Broadcast(source, metrics, _ -> over.incrementAndGet());

    @Test
    void tellsEachItemToAll() {
        Client one = join(null);
        Client other = join(null);
        source.tell(10, 11);
        source.tell(11, 15);

        assertThat(one.told()).containsExactly("live 10-11", "live 11-15");
        assertThat(other.told()).containsExactly("live 10-11", "live 11-15");
    }

    @Test
    void tellsAHeartbeatToThoseWhoAreThere() {
        Client client = join(null);
        source.tell(10, 10);

        assertThat(client.told()).containsExactly("live 10-10");
    }

    @Test
    void beginsForANewcomerWhereItIs() {
        join(null);
        source.tell(10, 20);
        Client late = join(null);
        source.tell(20, 21);

        assertThat(late.told()).containsExactly("live 20-21");
    }

    @Test
    void replaysWhatANewcomerMissed() {
        join(null);
        source.tell(10, 20);
        Client late = join(3L);
        late.await("replay 3-20");
        source.tell(20, 21);

        late.await("replay 3-20", "live 20-21");
    }

    @Test
    void replaysAGap() {
        Client client = join(null);
        source.tell(10, 11);
        source.tell(12, 13);

        client.await("live 10-11", "replay 11-13");
    }

    @Test
    void skipsWhatAReplayHasTold() {
        source.reach = 5;
        Client client = join(4L);
        client.await("replay 4-15");
        source.tell(10, 12);
        source.tell(12, 15);
        source.tell(15, 16);

        client.await("replay 4-15", "live 15-16");
    }

    @Test
    void replaysFromTheMiddleOfAnItem() {
        Client ahead = join(12L);
        source.tell(10, 20);

        ahead.await("replay 12-20");
    }

    @Test
    void goesOnWhenAReplayHasNothing() {
        source.silent = true;
        Client client = join(3L);
        Awaiting.until(() -> !source.replays.isEmpty());
        source.silent = false;
        Awaiting.until(() -> {
            source.tell(10, 10);
            return client.told().contains("live 10-10");
        });
        assertThat(source.replays).containsExactly(new Span(3, 10));
    }

    @Test
    void mergesForWhoReadsTooSlowly() {
        Client slow = join(null);
        Client fast = join(null);
        slow.room.set(1);
        source.tell(10, 11);
        for (int place = 11; place < 31; place++) {
            source.tell(place, place + 1);
        }
        assertThat(fast.told()).hasSize(21);
        slow.reads();

        slow.await("live 10-11", "live 11-12", "live 12-13", "replay 13-31");
        source.tell(31, 32);
        slow.await("live 10-11", "live 11-12", "live 12-13", "replay 13-31", "live 31-32");
    }

    @Test
    void replaysOnceForAllWhoMissedTheSame() {
        for (int i = 0; i < 50; i++) {
            join(null);
        }
        source.tell(11, 12);
        Awaiting.until(() -> connections.all().stream().allMatch(_ -> source.replays.size() >= 1));
        source.tell(12, 13);

        assertThat(source.replays).hasSizeLessThan(10);
    }

    @Test
    void closesTheConnectionOfWhoMissesWhatCannotBeToldAgain() {
        source.beginning = Optional.empty();
        Client slow = join(5L);
        slow.room.set(1);
        for (int i = 0; i < 4; i++) {
            source.tellOnce();
        }

        assertThat(slow.connection.isClosing()).isTrue();
        slow.reads();
        assertThat(slow.told()).containsExactly("live", "bye 1013");
        assertThat(over).hasValue(1);
    }

    @Test
    void triesAReplayAgainThatFailsForNow() {
        source.refusal = new SubscriptionRefused("later".getBytes(StandardCharsets.UTF_8), true);
        Client client = join(3L);
        Awaiting.until(() -> source.replays.size() == 1);
        source.refusal = null;
        Awaiting.until(() -> {
            source.tell(10, 11);
            return client.told().contains("replay 3-11");
        });
    }

    @Test
    void failsWithAReplayThatNeverWorks() {
        source.refusal = new SubscriptionRefused("never".getBytes(StandardCharsets.UTF_8), false);

        join(3L).await("failed never");
    }

    @Test
    void endsWithTheSource() {
        Client client = join(null);
        source.sink.tryEmitComplete();

        client.await("complete");
        assertThat(over).hasValue(1);
        assertThat(broadcast.join(client.subscriber(null))).isFalse();
    }

    @Test
    void failsWithTheSource() {
        Client client = join(null);
        source.sink.tryEmitError(new IllegalStateException("broken"));

        client.await("failed broken");
    }

    @Test
    void stopsTheSourceWhenNobodyIsLeft() {
        Client one = join(null);
        Client other = join(null);
        one.connection.closed();
        assertThat(source.sink.currentSubscriberCount()).isEqualTo(1);
        other.connection.closed();

        assertThat(source.sink.currentSubscriberCount()).isZero();
        assertThat(over).hasValue(1);
        assertThat(connections.isEmpty()).isTrue();
    }

    private Client join(@Nullable Long after) {
        Client client = new Client();
        assertThat(broadcast.join(client.subscriber(after))).isTrue();
        return client;
    }

    private static SubscriptionSettings settings() {
        Duration time = Duration.ofSeconds(10);
        return new SubscriptionSettings(
                time, time, time.plus(time), time, 9, 9, 9, DataSize.ofBytes(9), 2, DataSize.ofKilobytes(1), 9);
    }

    /** A subscriber whose client takes as many frames as there is room for. */
    private final class Client implements Pipe, Transport, Dialect {

        private final List<String> told = new CopyOnWriteArrayList<>();
        private final AtomicInteger room = new AtomicInteger(1_000);
        private final Connection connection = connections.open(this, this);

        Subscriber subscriber(@Nullable Long after) {
            Operation operation = connection.open("1", this);
            if (operation == null) {
                throw new AssertionError("no operation");
            }
            return new Subscriber(operation, broadcast, after, metrics);
        }

        List<String> told() {
            return told;
        }

        void await(String... all) {
            Awaiting.until(() -> told.equals(List.of(all)));
        }

        void reads() {
            room.set(1_000);
            connection.writable();
        }

        @Override
        public boolean write(Frame frame) {
            told.add(new String(frame.body(), StandardCharsets.UTF_8));
            return room.decrementAndGet() > 0;
        }

        @Override
        public boolean resume() {
            return room.get() > 0;
        }

        @Override
        public void finish() {}

        @Override
        public void disconnect() {}

        @Override
        public Frame next(byte[] answer) {
            return Frame.of(answer);
        }

        @Override
        public Frame failed(byte[] errors) {
            return frame("failed " + new String(errors, StandardCharsets.UTF_8));
        }

        @Override
        public Frame complete() {
            return frame("complete");
        }

        @Override
        public String name() {
            return "fake";
        }

        @Override
        public List<Frame> farewell(CloseReason reason) {
            return List.of(frame("bye " + reason.code()));
        }

        @Override
        public Frame signOfLife() {
            return frame("alive");
        }

        @Override
        public long heard() {
            return System.nanoTime();
        }

        @Override
        public boolean awaitsInit() {
            return false;
        }

        @Override
        public boolean endsWithOperation() {
            return false;
        }

        private Frame frame(String text) {
            return Frame.of(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A source that tells what the test says, at once. */
    private static final class FakeSource implements Source {

        private final Sinks.Many<Item> sink = Sinks.many().multicast().directBestEffort();
        private final List<Span> replays = new CopyOnWriteArrayList<>();
        private Optional<Long> beginning = Optional.of(10L);
        private volatile @Nullable SubscriptionRefused refusal;
        private volatile boolean silent;
        /** How far a replay goes beyond what was asked. */
        private int reach;

        void tell(long after, long through) {
            sink.tryEmitNext(item("live", new Span(after, through)));
        }

        void tellOnce() {
            sink.tryEmitNext(new Item("live".getBytes(StandardCharsets.UTF_8), null));
        }

        @Override
        public Live live() {
            return new Live(() -> beginning, sink.asFlux());
        }

        @Override
        public List<Item> replay(Span stretch) {
            replays.add(stretch);
            SubscriptionRefused refused = refusal;
            if (refused != null) {
                throw refused;
            }
            return silent ? List.of() : List.of(item("replay", new Span(stretch.after(), stretch.through() + reach)));
        }

        @Override
        public SubscriptionRefused refused(Throwable failure) {
            return failure instanceof SubscriptionRefused refused
                    ? refused
                    : new SubscriptionRefused(
                            String.valueOf(failure.getMessage()).getBytes(StandardCharsets.UTF_8), false);
        }

        private static Item item(String kind, Span span) {
            String text = kind + ' ' + span.after() + '-' + span.through();
            return new Item(text.getBytes(StandardCharsets.UTF_8), span);
        }
    }
}
