package dev.tollgate.ingest;

import static dev.tollgate.core.TokenUsage.orZero;

import dev.tollgate.core.TokenProvenance;
import dev.tollgate.core.TokenUsage;
import org.jspecify.annotations.Nullable;

/** Checks the token counts of an event and parts them into disjoint buckets. */
final class EventTokens {

    static final long MOST = 1_000_000_000_000L;

    private EventTokens() {}

    static TokenUsage of(EventDraft draft) throws InvalidEventException {
        check(draft);
        Long cacheWrite = draft.cacheCreationTokens();
        Long cacheWrite1h = draft.cacheCreation1hTokens();
        TokenProvenance provenance = provenance(draft);
        return new TokenUsage(
                minus(draft.inputTokens(), orZero(draft.cachedInputTokens()) + orZero(cacheWrite)),
                draft.cachedInputTokens(),
                minus(cacheWrite, orZero(cacheWrite1h)),
                cacheWrite1h,
                minus(draft.outputTokens(), orZero(draft.reasoningTokens())),
                draft.reasoningTokens(),
                draft.audioInputTokens(),
                draft.audioOutputTokens(),
                provenance);
    }

    private static void check(EventDraft draft) throws InvalidEventException {
        count("inputTokens", draft.inputTokens());
        count("cachedInputTokens", draft.cachedInputTokens());
        count("cacheCreationTokens", draft.cacheCreationTokens());
        count("cacheCreation1hTokens", draft.cacheCreation1hTokens());
        count("outputTokens", draft.outputTokens());
        count("reasoningTokens", draft.reasoningTokens());
        count("audioInputTokens", draft.audioInputTokens());
        count("audioOutputTokens", draft.audioOutputTokens());
        long cached = orZero(draft.cachedInputTokens());
        long cacheWrite = orZero(draft.cacheCreationTokens());
        part("cachedInputTokens", cached, "inputTokens", draft.inputTokens());
        part("cacheCreationTokens", cached + cacheWrite, "inputTokens", draft.inputTokens());
        part(
                "cacheCreation1hTokens",
                orZero(draft.cacheCreation1hTokens()),
                "cacheCreationTokens",
                draft.cacheCreationTokens());
        part("reasoningTokens", orZero(draft.reasoningTokens()), "outputTokens", draft.outputTokens());
        part(
                "audioInputTokens",
                orZero(draft.audioInputTokens()) + cached + cacheWrite,
                "inputTokens",
                draft.inputTokens());
        part(
                "audioOutputTokens",
                orZero(draft.audioOutputTokens()) + orZero(draft.reasoningTokens()),
                "outputTokens",
                draft.outputTokens());
    }

    private static void count(String field, @Nullable Long value) throws InvalidEventException {
        if (value != null && (value < 0 || value > MOST)) {
            throw new InvalidEventException(field, field + " must be from 0 to " + MOST + ".");
        }
    }

    /** A part needs its whole: what is read from the cache was in the prompt. */
    private static void part(String field, long part, String wholeField, @Nullable Long whole)
            throws InvalidEventException {
        if (part > orZero(whole)) {
            throw new InvalidEventException(
                    field,
                    field + ", with what else is a part of " + wholeField + ", exceeds it: " + part + " > " + whole
                            + ".");
        }
    }

    private static TokenProvenance provenance(EventDraft draft) throws InvalidEventException {
        TokenProvenance given = EventText.constant(
                "tokenProvenance", TokenProvenance.class, draft.tokenProvenance(), TokenProvenance.PROVIDER);
        return draft.inputTokens() == null && draft.outputTokens() == null ? TokenProvenance.MISSING : given;
    }

    private static @Nullable Long minus(@Nullable Long whole, long part) {
        return whole == null ? null : whole - part;
    }
}
