package dev.tollgate.quota;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redisson.client.RedisException;

/**
 * Calls that wait at the same time travel together. The first goes at once, alone; those that come while it is under way go with
 * the next. Nobody waits for others to come.
 */
final class CallQueue {

    /** While Redis works on some, answers of others are handed out here. */
    private static final int UNDER_WAY = 2;

    /** A script holds up everybody else at Redis: for a few milliseconds at most. */
    private static final int MOST = 64;

    private final Function<List<String>, CompletionStage<List<String>>> send;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore mayGo = new Semaphore(UNDER_WAY);

    private record Waiting(String call, CompletableFuture<String> answer) {}

    /** Sends calls, and answers each in their order. */
    CallQueue(Function<List<String>, CompletionStage<List<String>>> send) {
        this.send = send;
    }

    CompletableFuture<String> add(String call) {
        Waiting added = new Waiting(call, new CompletableFuture<>());
        waiting.add(added);
        go();
        return added.answer();
    }

    private void go() {
        while (!waiting.isEmpty() && mayGo.tryAcquire()) {
            List<Waiting> together = next();
            if (together.isEmpty()) {
                mayGo.release();
            } else {
                var _ = CompletableFuture.completedFuture(
                                together.stream().map(Waiting::call).toList())
                        .thenCompose(send)
                        .whenComplete((answers, failure) -> came(together, answers, failure));
            }
        }
    }

    private List<Waiting> next() {
        List<Waiting> next = new ArrayList<>();
        while (next.size() < MOST) {
            Waiting call = waiting.poll();
            if (call == null) {
                return next;
            }
            next.add(call);
        }
        return next;
    }

    private void came(List<Waiting> together, @Nullable List<String> answers, @Nullable Throwable failure) {
        if (answers == null || answers.size() != together.size()) {
            fail(together, failure == null ? new RedisException("an answer is missing") : failure);
            answers = List.of();
        }
        mayGo.release();
        go();
        for (int i = 0; i < answers.size(); i++) {
            together.get(i).answer().complete(answers.get(i));
        }
    }

    /** Where Redis does not answer, nobody waits for it twice. */
    private void fail(List<Waiting> together, Throwable cause) {
        together.forEach(call -> call.answer().completeExceptionally(cause));
        for (Waiting call = waiting.poll(); call != null; call = waiting.poll()) {
            call.answer().completeExceptionally(cause);
        }
    }
}
