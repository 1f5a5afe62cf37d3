package dev.tollgate.graphql.subscription;

import dev.tollgate.access.Viewer;
import dev.tollgate.graphql.Span;
import dev.tollgate.graphql.SubscriptionProgress;
import graphql.ExecutionResult;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.reactivestreams.Publisher;
import org.springframework.graphql.GraphQlRequest;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Executes a subscription with the GraphQL engine. */
final class ExecutedSource implements Source {

    /** One thread for each subscription with something to tell, for as long as it tells it. */
    private static final Scheduler VIRTUAL_THREADS = Schedulers.fromExecutor(Thread::startVirtualThread);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Executions executions;
    private final Answers answers;
    private final Semaphore replays;
    private final GraphQlRequest call;
    private final Viewer viewer;

    ExecutedSource(Executions executions, Answers answers, Semaphore replays, GraphQlRequest call, Viewer viewer) {
        this.executions = executions;
        this.answers = answers;
        this.replays = replays;
        this.call = call;
        this.viewer = viewer;
    }

    private record Result(ExecutionResult answer, Optional<Span> span) {}

    @Override
    public Live live() {
        SubscriptionProgress progress = SubscriptionProgress.live();
        return new Live(progress::beginning, items(progress));
    }

    @Override
    public List<Item> replay(Span stretch) {
        replays.acquireUninterruptibly();
        try {
            return Objects.requireNonNull(
                    items(SubscriptionProgress.replay(stretch)).collectList().block(PATIENCE));
        } finally {
            replays.release();
        }
    }

    private Flux<Item> items(SubscriptionProgress progress) {
        ExecutionResult response = executions.run(call, viewer, progress).getExecutionResult();
        if (!(response.getData() instanceof Publisher<?> results)) {
            throw answers.refused(response.getErrors());
        }
        return Flux.from(results)
                .cast(ExecutionResult.class)
                .map(answer -> new Result(answer, progress.next()))
                // One at a time: what is not asked for yet, its source adds up.
                .publishOn(VIRTUAL_THREADS, 1)
                .map(result ->
                        new Item(answers.answer(result.answer()), result.span().orElse(null)));
    }

    @Override
    public SubscriptionRefused refused(Throwable failure) {
        return failure instanceof SubscriptionRefused refused ? refused : answers.refused(failure);
    }
}
