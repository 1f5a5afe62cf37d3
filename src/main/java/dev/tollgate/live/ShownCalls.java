package dev.tollgate.live;

import dev.tollgate.analytics.RecordedEvent;
import dev.tollgate.core.TokenUsage;
import dev.tollgate.graphql.FeedPlace;
import dev.tollgate.usage.Attribution;
import dev.tollgate.usage.AttributionId;
import dev.tollgate.usage.SampledCall;
import dev.tollgate.usage.UsageBatch;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the calls that live feeds show out of commits. */
@Component
class ShownCalls {

    private final LiveDictionary dictionary;

    ShownCalls(LiveDictionary dictionary) {
        this.dictionary = dictionary;
    }

    /** A call and its place. */
    record Shown(long place, double factor, RecordedEvent event) {}

    /** The calls of a commit that match, in order. */
    List<Shown> calls(EventQuery query, UsageBatch batch) {
        List<SampledCall> samples = batch.samples();
        Map<AttributionId, Attribution> known = dictionary.of(
                query.organization(),
                samples.stream().map(SampledCall::attribution).collect(Collectors.toSet()));
        return IntStream.range(0, Math.min(samples.size(), FeedPlace.MOST_CALLS))
                .boxed()
                .flatMap(i -> call(query, known, samples.get(i), FeedPlace.call(batch.sequence(), i)))
                .toList();
    }

    private static Stream<Shown> call(
            EventQuery query, Map<AttributionId, Attribution> known, SampledCall call, long place) {
        return Optional.ofNullable(known.get(call.attribution()))
                .filter(attribution -> query.filter().isAll()
                        || query.filter().matches(attribution, Objects.requireNonNullElse(call.user(), "")))
                .map(attribution -> new Shown(place, call.factor(), event(call, attribution)))
                .stream();
    }

    private static RecordedEvent event(SampledCall call, Attribution attribution) {
        TokenUsage tokens = call.tokens();
        return new RecordedEvent(
                call.id(),
                call.occurredAt(),
                call.receivedAt(),
                attribution,
                call.requestCount(),
                call.status(),
                call.errorCode(),
                tokens.input(),
                tokens.cacheRead(),
                tokens.cacheWrite5m() == null && tokens.cacheWrite1h() == null ? null : tokens.cacheWrite(),
                tokens.wholeOutput(),
                tokens.reasoning(),
                tokens.provenance(),
                toLong(call.latencyMs()),
                toLong(call.timeToFirstTokenMs()),
                call.cost() == null ? null : call.cost().amount(),
                call.costProvenance(),
                call.user(),
                call.session(),
                call.requestId());
    }

    private static @Nullable Long toLong(@Nullable Integer number) {
        return number == null ? null : number.longValue();
    }
}
