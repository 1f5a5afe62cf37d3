package dev.tollgate.authorization;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;

/** A subscription, as server-sent events, and all that it has told so far. */
final class Watch implements Flow.Subscriber<String>, AutoCloseable {

    private final CompletableFuture<Integer> status = new CompletableFuture<>();
    private final CompletableFuture<Flow.Subscription> lines = new CompletableFuture<>();
    private final List<String> told = new CopyOnWriteArrayList<>();

    /** Takes the answer as it comes. */
    HttpResponse.BodySubscriber<Void> take(HttpResponse.ResponseInfo response) {
        status.complete(response.statusCode());
        return HttpResponse.BodySubscribers.fromLineSubscriber(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        lines.complete(subscription);
        subscription.request(Long.MAX_VALUE);
    }

    /** An event has its name in a line of its own; a refusal may be no event at all. */
    @Override
    public void onNext(String line) {
        if (line.startsWith("data:") || line.startsWith("{")) {
            int begin = line.indexOf('{');
            told.add(begin < 0 ? "" : line.substring(begin));
        }
    }

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onComplete() {}

    /** What was told so far, as GraphQL answers it; empty texts: it has ended. */
    List<String> told() {
        return told;
    }

    /** The first that was told; empty before. */
    Optional<Caller.Answer> first() {
        return told.stream().findFirst().map(text -> new Caller.Answer(status.join(), text));
    }

    @Override
    public void close() {
        var _ = lines.thenAccept(Flow.Subscription::cancel);
    }
}
