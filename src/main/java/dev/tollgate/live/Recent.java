package dev.tollgate.live;

import dev.tollgate.usage.UsageBatch;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/** The last commits of a feed, without gaps. Safe from any thread. */
final class Recent {

    private final IntSupplier most;
    private final Deque<UsageBatch> batches = new ArrayDeque<>();
    private int events;

    /** Keeps about so many events, asked anew with each commit. */
    Recent(IntSupplier most) {
        this.most = most;
    }

    /** Forgets what lies before a gap. */
    synchronized void add(UsageBatch batch) {
        UsageBatch last = batches.peekLast();
        if (last != null && last.sequence() + 1 != batch.sequence()) {
            batches.clear();
            events = 0;
        }
        batches.addLast(batch);
        events += batch.contributions().size();
        int allowed = most.getAsInt();
        while (events > allowed) {
            events -= batches.removeFirst().contributions().size();
        }
    }

    /** The commits after a number, up to and including another; empty when not all of them are here. */
    synchronized Optional<List<UsageBatch>> between(long after, long through) {
        if (after >= through) {
            return Optional.of(List.of());
        }
        UsageBatch first = batches.peekFirst();
        if (first == null || first.sequence() > after + 1 || batches.getLast().sequence() < through) {
            return Optional.empty();
        }
        return Optional.of(batches.stream()
                .filter(batch -> batch.sequence() > after && batch.sequence() <= through)
                .toList());
    }
}
