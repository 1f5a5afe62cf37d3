package dev.tollgate.graphql.subscription;

import dev.tollgate.graphql.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;

/**
 * One execution of a subscription, and all who take part in it. It begins with the first of them and ends with the last. Its place
 * is that of the last item told, which a subscriber may be behind, or ahead of for a moment.
 */
final class Broadcast {

    private final Source source;
    private final SubscriptionMetrics metrics;
    private final Consumer<Broadcast> whenOver;
    private final Set<Subscriber> subscribers = new LinkedHashSet<>();
    private final ConcurrentMap<Span, CompletableFuture<List<Item>>> replays = new ConcurrentHashMap<>();
    /** The subscribers as they are told of an item; null after a change. */
    private Subscriber @Nullable [] audience;

    private boolean begun;
    private boolean live;
    private boolean over;
    private volatile @Nullable Long place;
    private @Nullable Disposable execution;

    Broadcast(Source source, SubscriptionMetrics metrics, Consumer<Broadcast> whenOver) {
        this.source = source;
        this.metrics = metrics;
        this.whenOver = whenOver;
    }

    /** Lets a subscriber take part; false when it is over. The first one waits until the execution has begun. */
    boolean join(Subscriber subscriber) {
        boolean first;
        synchronized (this) {
            if (over) {
                return false;
            }
            first = !begun;
            begun = true;
            subscribers.add(subscriber);
            audience = null;
            if (live) {
                subscriber.begin(place);
            }
        }
        subscriber.follow();
        if (first) {
            begin();
        } else {
            subscriber.catchUp();
        }
        return true;
    }

    /** Lets a subscriber go. */
    void leave(Subscriber subscriber) {
        Disposable idle;
        synchronized (this) {
            audience = null;
            if (!subscribers.remove(subscriber) || over || !subscribers.isEmpty()) {
                return;
            }
            over = true;
            idle = execution;
        }
        if (idle != null) {
            idle.dispose();
        }
        whenOver.accept(this);
    }

    /** The place of the last item told; null when items have none. */
    @Nullable
    Long place() {
        return place;
    }

    /** What lies in the stretch. Those who missed the same are told the same, from one execution. */
    List<Item> replay(Span stretch) {
        CompletableFuture<List<Item>> mine = new CompletableFuture<>();
        CompletableFuture<List<Item>> others = replays.putIfAbsent(stretch, mine);
        if (others != null) {
            return others.join();
        }
        try {
            metrics.replayed();
            mine.complete(source.replay(stretch));
        } catch (RuntimeException failure) {
            replays.remove(stretch, mine);
            mine.completeExceptionally(source.refused(failure));
        }
        return mine.join();
    }

    synchronized int subscribers() {
        return subscribers.size();
    }

    private void begin() {
        try {
            Source.Live now = source.live();
            hold(now.items().subscribe(item -> tell(item, now), this::fail, this::complete));
            place(now);
        } catch (RuntimeException failure) {
            fail(failure);
        }
    }

    /** The source may know its place only when it is listened to, and the first item may come before anybody has looked. */
    private void place(Source.Live now) {
        Long beginning = now.beginning().get().orElse(null);
        Subscriber[] first;
        synchronized (this) {
            if (live && (place != null || beginning == null)) {
                return;
            }
            live = true;
            place = beginning;
            first = audience();
            for (Subscriber subscriber : first) {
                subscriber.begin(beginning);
            }
        }
        for (Subscriber subscriber : first) {
            subscriber.catchUp();
        }
    }

    private void hold(Disposable running) {
        synchronized (this) {
            execution = running;
            if (!over) {
                return;
            }
        }
        running.dispose();
    }

    private void tell(Item item, Source.Live from) {
        place(from);
        Subscriber[] all;
        synchronized (this) {
            Span span = item.span();
            Long before = place;
            if (span != null && before != null) {
                place = Math.max(before, span.through());
                replays.clear();
            }
            all = audience();
        }
        int told = 0;
        for (Subscriber subscriber : all) {
            told += subscriber.tell(item) ? 1 : 0;
        }
        metrics.delivered(told);
    }

    private Subscriber[] audience() {
        if (audience == null) {
            audience = subscribers.toArray(Subscriber[]::new);
        }
        return audience;
    }

    private void fail(Throwable failure) {
        byte[] errors = source.refused(failure).errors();
        end(operation -> operation.fail(errors));
    }

    private void complete() {
        end(Operation::complete);
    }

    private void end(Consumer<Operation> last) {
        Subscriber[] all;
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            all = audience();
            subscribers.clear();
        }
        whenOver.accept(this);
        for (Subscriber subscriber : all) {
            last.accept(subscriber.operation());
        }
    }
}
