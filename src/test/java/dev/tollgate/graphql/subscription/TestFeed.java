package dev.tollgate.graphql.subscription;

import dev.tollgate.core.ProblemException;
import dev.tollgate.graphql.FeedCursor;
import dev.tollgate.graphql.Placed;
import dev.tollgate.graphql.Span;
import dev.tollgate.graphql.SubscriptionProgress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Topics that tests write to, and what subscriptions made of them. */
@TestComponent
class TestFeed {

    private final Map<String, Topic> topics = new ConcurrentHashMap<>();

    Topic topic(String name) {
        return topics.computeIfAbsent(name, _ -> new Topic());
    }

    /** Commits from a place on. */
    record Counted(long since, long through) implements Placed {

        public String cursor() {
            return FeedCursor.of(through);
        }

        /** Something to fill a connection with. */
        public String padding() {
            return "x".repeat(16_000);
        }

        @Override
        public Span span() {
            return new Span(since, through);
        }
    }

    record Notice(String text) {}

    /** One feed. */
    static final class Topic {

        private final Sinks.Many<Counted> commits = Sinks.many().multicast().directBestEffort();
        private final Sinks.Many<Notice> notices = Sinks.many().multicast().directBestEffort();
        private final List<Span> replays = new CopyOnWriteArrayList<>();
        private final AtomicInteger executions = new AtomicInteger();
        private volatile long place = 100;

        /** Tells of one more commit. */
        synchronized long commit() {
            Counted commit = new Counted(place, place + 1);
            place++;
            commits.tryEmitNext(commit);
            return place;
        }

        /** A commit that nobody is told of. */
        synchronized void lose() {
            place++;
        }

        void notice(String text) {
            notices.tryEmitNext(new Notice(text));
        }

        void fail(ProblemException failure) {
            commits.tryEmitError(failure);
        }

        void complete() {
            commits.tryEmitComplete();
        }

        synchronized Flux<Counted> counted(SubscriptionProgress progress) {
            return progress.replay().map(this::replayed).orElseGet(() -> live(progress));
        }

        private Flux<Counted> replayed(Span stretch) {
            replays.add(stretch);
            return Flux.just(new Counted(stretch.after(), stretch.through()));
        }

        private Flux<Counted> live(SubscriptionProgress progress) {
            executions.incrementAndGet();
            progress.beginAfter(place);
            return commits.asFlux().onBackpressureBuffer();
        }

        Flux<Notice> noticed() {
            return notices.asFlux().onBackpressureBuffer();
        }

        /** How often the feed was listened to. */
        int executions() {
            return executions.get();
        }

        /** Waits until so many executions listen. */
        void awaitListeners(int count) {
            Awaiting.until(() -> commits.currentSubscriberCount() == count);
        }

        void awaitNoticeListeners(int count) {
            Awaiting.until(() -> notices.currentSubscriberCount() == count);
        }

        boolean isUnnoticed() {
            return notices.currentSubscriberCount() == 0;
        }

        boolean isUnheard() {
            return commits.currentSubscriberCount() == 0;
        }

        List<Span> replays() {
            return replays;
        }

        long place() {
            return place;
        }
    }
}
