package dev.tollgate.live;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.usage.UsageBatch;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * One organization's commits in the order of their numbers, each once, whichever way and however often they come in. What came too
 * early waits for what is missing. Safe from any thread.
 */
final class Feed {

    private final OrganizationId organization;
    private final Recent recent;
    private final NavigableMap<Long, UsageBatch> early = new TreeMap<>();
    private final List<Consumer<UsageBatch>> listeners = new CopyOnWriteArrayList<>();
    private long applied;
    private long movedAt;

    /**
     * A feed that begins after a commit.
     *
     * @param newest the number of the commit
     * @param remembered how many events to keep in memory
     */
    Feed(OrganizationId organization, long newest, IntSupplier remembered, long nanoTime) {
        this.organization = organization;
        this.applied = newest;
        this.recent = new Recent(remembered);
        this.movedAt = nanoTime;
    }

    OrganizationId organization() {
        return organization;
    }

    /** The number of the last commit that listeners have seen. */
    synchronized long applied() {
        return applied;
    }

    /** The last commits, in memory. */
    Recent recent() {
        return recent;
    }

    /**
     * Takes commits as the log has them after the last that listeners have seen: what is missing before the first is gone for good.
     * The feed goes on behind the gap, which listeners see by the numbers.
     */
    synchronized void offerFromLog(List<UsageBatch> batches, long nanoTime) {
        applied = Math.max(applied, batches.getFirst().sequence() - 1);
        offer(batches, nanoTime);
    }

    /** Takes commits in any order; those seen before are left out. */
    synchronized void offer(List<UsageBatch> batches, long nanoTime) {
        batches.stream()
                .filter(batch -> batch.sequence() > applied)
                .forEach(batch -> early.put(batch.sequence(), batch));
        early.headMap(applied, true).clear();
        UsageBatch next = early.remove(applied + 1);
        while (next != null) {
            applied = next.sequence();
            movedAt = nanoTime;
            recent.add(next);
            for (Consumer<UsageBatch> listener : listeners) {
                listener.accept(next);
            }
            next = early.remove(applied + 1);
        }
    }

    /** Whether a commit is missing that others already follow, and has been for so long. */
    synchronized boolean misses(long nanoTime, long patienceNanos) {
        return !early.isEmpty() && nanoTime - movedAt >= patienceNanos;
    }

    /** How long nothing came, in nanoseconds. */
    synchronized long idleNanos(long nanoTime) {
        return nanoTime - movedAt;
    }

    /**
     * Adds a listener, which is called one commit at a time and must be quick.
     *
     * @return the number of the last commit before those that it will see
     */
    synchronized long listen(Consumer<UsageBatch> listener) {
        listeners.add(listener);
        return applied;
    }

    void leave(Consumer<UsageBatch> listener) {
        listeners.remove(listener);
    }
}
