package dev.tollgate.graphql.subscription;

import dev.tollgate.graphql.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;

/** A subscription that can be executed: once for what happens from now on, and again for a stretch that somebody missed. */
interface Source {

    /**
     * What happens from now on.
     *
     * @param beginning the place that the first item begins after, known at the latest when that comes; empty when nothing can
     *     be told again
     * @param items the items, once subscribed to; never on the thread that brings them about
     */
    record Live(Supplier<Optional<Long>> beginning, Flux<Item> items) {}

    /** Begins. */
    Live live();

    /** What lies in the stretch; waits for it. */
    List<Item> replay(Span stretch);

    /** What a failure is to clients. */
    SubscriptionRefused refused(Throwable failure);
}
