package dev.tollgate.graphql;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * What a transport and the source of a subscription tell each other about one execution; it is in the GraphQL context under its
 * class. A transport resumes for the source, which therefore does not look at its argument {@code after} when there is one.
 * Items and answers come in the same order, one for one. Safe from any thread.
 */
public final class SubscriptionProgress {

    private final @Nullable Span replay;
    private final Queue<Optional<Span>> spans = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Long beginning;

    private SubscriptionProgress(@Nullable Span replay) {
        this.replay = replay;
    }

    /** The source tells what happens from now on, without end. */
    public static SubscriptionProgress live() {
        return new SubscriptionProgress(null);
    }

    /** The source tells what lies in the stretch, and no more. */
    public static SubscriptionProgress replay(Span stretch) {
        return new SubscriptionProgress(stretch);
    }

    /** The stretch to tell; empty: what happens from now on. */
    public Optional<Span> replay() {
        return Optional.ofNullable(replay);
    }

    /** Said by a source that can be resumed, before its controller returns: its first item begins after this place. */
    public void beginAfter(long place) {
        beginning = place;
    }

    /** The place that the first item begins after; empty when the source cannot be resumed. */
    public Optional<Long> beginning() {
        return Optional.ofNullable(beginning);
    }

    /** Notes an item on its way to becoming an answer. */
    public void note(Object item) {
        spans.add(item instanceof Placed placed ? Optional.of(placed.span()) : Optional.empty());
    }

    /** The stretch of the item behind the next answer; empty when it has no place. */
    public Optional<Span> next() {
        Optional<Span> span = spans.poll();
        return span == null ? Optional.empty() : span;
    }
}
