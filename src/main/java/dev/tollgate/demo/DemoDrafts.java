package dev.tollgate.demo;

import dev.tollgate.ingest.EventDraft;
import dev.tollgate.ingest.Submitted;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts demo calls into the form that every sender of usage uses. */
final class DemoDrafts {

    private DemoDrafts() {}

    static Submitted of(DemoCall call) {
        return new Submitted.Event(draft(call, call.errorCode() == null ? call.tokens() : null));
    }

    /** A failed call has no tokens: the provider reports none. */
    private static EventDraft draft(DemoCall call, @Nullable DemoTokens tokens) {
        DemoFeature feature = call.feature();
        return new EventDraft(
                call.id(),
                call.occurredAt(),
                call.model().provider,
                call.model().model,
                "CHAT",
                feature.serviceTier(),
                tokens == null ? null : count(tokens.input()),
                tokens == null ? null : count(tokens.cacheRead()),
                tokens == null ? null : count(tokens.cacheWrite()),
                null,
                tokens == null ? null : count(tokens.output()),
                tokens == null ? null : count(tokens.reasoning()),
                null,
                null,
                null,
                null,
                count(call.latencyMs()),
                count(call.firstTokenMs()),
                tokens == null ? "ERROR" : "SUCCESS",
                call.errorCode(),
                null,
                feature.name(),
                feature.team().label(),
                feature.project(),
                feature.team().costCenter,
                call.environment(),
                call.user(),
                null,
                null,
                null,
                Map.of("region", call.region()),
                null);
    }

    private static @Nullable Long count(@Nullable Integer value) {
        return value == null ? null : (long) value;
    }
}
