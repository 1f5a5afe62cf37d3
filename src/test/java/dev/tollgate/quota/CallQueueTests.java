package dev.tollgate.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CallQueueTests {

    private final List<List<String>> sent = new ArrayList<>();
    private final List<CompletableFuture<List<String>>> answers = new ArrayList<>();
    private final CallQueue queue = new CallQueue(calls -> {
        sent.add(calls);
        answers.add(new CompletableFuture<>());
        return answers.getLast();
    });

    @Test
    void sendsAtOnceWhatHasNobodyToWaitFor() {
        CompletableFuture<String> answer = queue.add("a");
        assertThat(sent).containsExactly(List.of("a"));

        answers.getFirst().complete(List.of("A"));

        assertThat(answer).isCompletedWithValue("A");
    }

    @Test
    void sendsTogetherWhatCameWhileOthersWereUnderWay() {
        add("a");
        add("b");
        CompletableFuture<String> third = queue.add("c");
        CompletableFuture<String> fourth = queue.add("d");
        assertThat(sent).containsExactly(List.of("a"), List.of("b"));

        answers.getFirst().complete(List.of("A"));
        assertThat(sent.getLast()).containsExactly("c", "d");
        answers.getLast().complete(List.of("C", "D"));

        assertThat(third).isCompletedWithValue("C");
        assertThat(fourth).isCompletedWithValue("D");
    }

    @Test
    void leavesWhatIsTooManyForTheNext() {
        IntStream.range(0, 80).forEach(i -> add("call " + i));

        answers.get(0).complete(List.of(""));
        answers.get(1).complete(List.of(""));

        assertThat(sent.stream().map(List::size)).containsExactly(1, 1, 64, 14);
    }

    @Test
    void failsThoseThatWaitBehindAFailureAndGoesOn() {
        CompletableFuture<String> failing = queue.add("a");
        CompletableFuture<String> other = queue.add("b");
        CompletableFuture<String> waiting = queue.add("c");

        answers.getFirst().completeExceptionally(new IllegalStateException("away"));

        assertThat(failing).isCompletedExceptionally();
        assertThat(waiting).isCompletedExceptionally();
        assertThat(other).isNotDone();
        add("d");
        assertThat(sent).containsExactly(List.of("a"), List.of("b"), List.of("d"));
    }

    @Test
    void failsThoseWhoseAnswersAreNotAllThere() {
        CompletableFuture<String> unanswered = queue.add("a");

        answers.getFirst().complete(List.of());

        assertThat(unanswered).isCompletedExceptionally();
        add("b");
        assertThat(sent).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void goesOnWhereSendingItselfFails() {
        CallQueue broken = new CallQueue(_ -> {
            throw new IllegalStateException("shut down");
        });

        for (int i = 0; i < 3; i++) {
            assertThat(broken.add("a")).isCompletedExceptionally();
        }
    }

    private void add(String call) {
        var _ = queue.add(call);
    }
}
