package dev.tollgate.live;

import dev.tollgate.graphql.FeedPlace;
import dev.tollgate.graphql.Span;
import dev.tollgate.graphql.SubscriptionProgress;
import dev.tollgate.usage.CommitReader;
import dev.tollgate.usage.UsageBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Opens streams of single calls, and tells those of a stretch of the feed that has passed. */
@Component
class CallStreams {

    /** The most calls told to one who resumes: the latest. */
    private static final int MOST_REPLAYED = 1_000;

    private final Feeds feeds;
    private final CommitReader reader;
    private final ShownCalls events;
    private final LiveWorkers workers;

    CallStreams(Feeds feeds, CommitReader reader, ShownCalls events, LiveWorkers workers) {
        this.feeds = feeds;
        this.reader = reader;
        this.events = events;
        this.workers = workers;
    }

    /** Calls from now on, without end. Says where they begin before it returns. */
    Flux<LiveUsageEvent> live(EventQuery query, SubscriptionProgress progress) {
        Feed feed = feeds.enter(query.organization());
        BatchQueue queue = new BatchQueue();
        Consumer<UsageBatch> listener = queue::add;
        long begin = FeedPlace.end(feed.listen(listener));
        progress.beginAfter(begin);
        Chain chain = new Chain(begin);
        return queue.flux()
                .publishOn(workers.scheduler(), 2)
                .concatMapIterable(entry -> chain.link(entry, events.calls(query, entry.batch())))
                .doFinally(_ -> {
                    feed.leave(listener);
                    feeds.leave(feed);
                });
    }

    /** The calls in a stretch; of a part that the log holds no more, nothing is told. */
    List<LiveUsageEvent> replay(EventQuery query, Span span) {
        long after = FeedPlace.lastWhole(span.after());
        long through = FeedPlace.sequence(span.through());
        List<UsageBatch> batches = feeds.find(query.organization())
                .flatMap(feed -> feed.recent().between(after, through))
                .or(() -> reader.between(query.organization(), after, through))
                .orElseGet(() -> reader.remaining(query.organization(), through));
        List<ShownCalls.Shown> shown = batches.stream()
                .flatMap(batch -> events.calls(query, batch).stream())
                .filter(one -> one.place() > span.after() && one.place() <= span.through())
                .toList();
        return new Chain(span.after()).link(shown.subList(Math.max(0, shown.size() - MOST_REPLAYED), shown.size()));
    }

    /** Gives each call the stretch from the one before. */
    private static final class Chain {

        private long place;

        private Chain(long begin) {
            this.place = begin;
        }

        /** After commits that were dropped the chain is broken, so that whoever follows it asks for them. */
        private List<LiveUsageEvent> link(BatchQueue.Entry entry, List<ShownCalls.Shown> shown) {
            place = Math.max(place, FeedPlace.end(entry.droppedThrough()));
            return link(shown);
        }

        private List<LiveUsageEvent> link(List<ShownCalls.Shown> shown) {
            List<LiveUsageEvent> linked = new ArrayList<>(shown.size());
            for (ShownCalls.Shown one : shown) {
                linked.add(new LiveUsageEvent(new Span(place, one.place()), one.factor(), one.event()));
                place = one.place();
            }
            return linked;
        }
    }
}
