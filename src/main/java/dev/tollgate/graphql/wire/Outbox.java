package dev.tollgate.graphql.wire;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * What is on its way to one client, in order. A frame is written at once while the client keeps up; otherwise it waits, up to a
 * number of frames and bytes. Safe from any thread.
 */
public final class Outbox {

    private final Pipe pipe;
    private final int maxFrames;
    private final long maxBytes;
    /** Null while nothing waits, which is nearly always. */
    private @Nullable Queue<Entry> waiting;

    private long bytes;
    private volatile boolean blocked;
    private boolean ending;
    private volatile long blockedSince;

    private record Entry(Frame frame, @Nullable Object owner) {}

    /** An outbox in front of a pipe, for at most so many frames and bytes. */
    public Outbox(Pipe pipe, int maxFrames, long maxBytes) {
        this.pipe = pipe;
        this.maxFrames = maxFrames;
        this.maxBytes = maxBytes;
    }

    /**
     * Takes a frame, unless it is full. What comes after the end is dropped.
     *
     * @param owner what the frame belongs to; null: nothing
     * @return false when it was full
     */
    public synchronized boolean offer(Frame frame, @Nullable Object owner) {
        if (ending) {
            return true;
        }
        if (!blocked) {
            write(frame);
            return true;
        }
        if (waiting != null && (waiting.size() >= maxFrames || bytes + frame.size() > maxBytes)) {
            return false;
        }
        add(new Entry(frame, owner));
        return true;
    }

    /** Drops what waits: these are the last frames. */
    public synchronized void end(List<Frame> last) {
        if (!ending) {
            waiting = null;
            bytes = 0;
            endAfter(last);
        }
    }

    /** What waits goes out still, and these are the last frames after it. */
    public synchronized void endAfter(List<Frame> last) {
        if (ending) {
            return;
        }
        for (Frame frame : last) {
            if (blocked) {
                add(new Entry(frame, null));
            } else {
                write(frame);
            }
        }
        ending = true;
        finishIfDone();
    }

    /** Drops what waits of this owner. */
    public synchronized void forget(Object owner) {
        if (waiting != null) {
            waiting.removeIf(entry -> owner.equals(entry.owner()));
            bytes = waiting.stream().mapToLong(entry -> entry.frame().size()).sum();
        }
    }

    /** To be called when the pipe can take more. Returns whether nothing waits any longer. */
    public synchronized boolean resume() {
        block(!pipe.resume());
        while (!blocked && waiting != null) {
            Entry next = waiting.remove();
            bytes -= next.frame().size();
            if (waiting.isEmpty()) {
                waiting = null;
            }
            write(next.frame());
        }
        finishIfDone();
        return !blocked;
    }

    /** Whether the client keeps up. */
    public boolean isIdle() {
        return !blocked;
    }

    /** For how many nanoseconds nothing could be written; 0 when the client keeps up. */
    public long stuckFor(long now) {
        long since = blockedSince;
        return since == 0 ? 0 : now - since;
    }

    private void write(Frame frame) {
        block(!pipe.write(frame));
    }

    private void block(boolean blocks) {
        blocked = blocks;
        blockedSince = blocks ? System.nanoTime() | 1 : 0;
    }

    private void add(Entry entry) {
        if (waiting == null) {
            waiting = new ArrayDeque<>();
        }
        waiting.add(entry);
        bytes += entry.frame().size();
    }

    private void finishIfDone() {
        if (ending && !blocked) {
            pipe.finish();
        }
    }
}
