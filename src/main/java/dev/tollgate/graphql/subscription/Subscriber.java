package dev.tollgate.graphql.subscription;

import dev.tollgate.graphql.Span;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who takes part in a broadcast, and how far they were told. They get the broadcast's item when it begins where they
 * are. When it does not, because they resume or read too slowly, what lies between is told to them alone, in as few items as the
 * source makes of it. A client's frames never wait here: who does not keep up is told later, and less often.
 */
final class Subscriber implements Operation.Follower {

    private final Operation operation;
    private final Broadcast broadcast;
    private final @Nullable Long after;
    private final SubscriptionMetrics metrics;
    /** Whether there are places, which is known when the execution has begun. */
    private boolean placed;

    private long place;
    private boolean catchingUp;
    private volatile boolean ended;

    Subscriber(Operation operation, Broadcast broadcast, @Nullable Long after, SubscriptionMetrics metrics) {
        this.operation = operation;
        this.broadcast = broadcast;
        this.after = after;
        this.metrics = metrics;
    }

    Operation operation() {
        return operation;
    }

    void follow() {
        operation.follow(this);
    }

    /** The execution has begun after this place; null when it has none. */
    synchronized void begin(@Nullable Long from) {
        placed = from != null;
        if (from != null) {
            place = after == null ? from : after;
        }
    }

    /** Tells the broadcast's next item, if it is the next one here; returns whether it was. */
    boolean tell(Item item) {
        Span span = item.span();
        if (span == null || !isPlaced()) {
            operation.send(item.answer());
            return true;
        }
        synchronized (this) {
            if (place == span.after() && !catchingUp) {
                if (operation.offer(item.answer())) {
                    place = span.through();
                    return true;
                }
            }
        }
        metrics.merged();
        catchUp();
        return false;
    }

    /** Goes on to where the broadcast is, if that is ahead. */
    void catchUp() {
        synchronized (this) {
            if (catchingUp || !isBehind() || mustRead()) {
                return;
            }
            catchingUp = true;
        }
        Thread.startVirtualThread(this::tellMissed);
    }

    private void tellMissed() {
        try {
            Span missed = missed();
            while (missed != null) {
                tell(missed, broadcast.replay(missed));
                missed = missed();
            }
        } catch (CompletionException failure) {
            giveUp(failure);
        }
    }

    /** What to tell now; null when there is nothing, or when the client must read first. */
    private synchronized @Nullable Span missed() {
        Long target = broadcast.place();
        if (target == null || !isBehind() || mustRead()) {
            catchingUp = false;
            return null;
        }
        return new Span(place, target);
    }

    private synchronized void tell(Span stretch, List<Item> items) {
        for (Item item : items) {
            if (!operation.offer(item.answer())) {
                return;
            }
            Span span = item.span();
            place = span == null ? place : Math.max(place, span.through());
        }
        place = Math.max(place, stretch.through());
        metrics.delivered(items.size());
    }

    /** The next item is another try, when it may work then. */
    private void giveUp(CompletionException failure) {
        synchronized (this) {
            catchingUp = false;
        }
        if (failure.getCause() instanceof SubscriptionRefused refused && !refused.isPassing()) {
            operation.fail(refused.errors());
        }
    }

    /** Looks twice, since the client may have read on before anybody knew that this waits for it. */
    private boolean mustRead() {
        Connection connection = operation.connection();
        if (connection.keepsUp()) {
            return false;
        }
        connection.fallBehind();
        return !connection.keepsUp();
    }

    private boolean isBehind() {
        Long target = broadcast.place();
        return placed && target != null && place < target && !ended;
    }

    private synchronized boolean isPlaced() {
        return placed;
    }

    @Override
    public void caughtUp() {
        catchUp();
    }

    @Override
    public void ended() {
        ended = true;
        broadcast.leave(this);
    }
}
