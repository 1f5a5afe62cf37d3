package dev.tollgate.core;

import org.jspecify.annotations.Nullable;

/**
 * The tokens of a call in disjoint buckets, so that none is counted or charged twice. Null is unknown, never 0.
 *
 * @param uncachedInput input tokens neither read from nor written to the cache, sound included
 * @param cacheRead input tokens read from the cache
 * @param cacheWrite5m input tokens written to the cache for 5 minutes
 * @param cacheWrite1h input tokens written to the cache for an hour
 * @param output output tokens without reasoning, sound included
 * @param reasoning output tokens spent on reasoning
 * @param audioInput the part of {@code uncachedInput} that is sound
 * @param audioOutput the part of {@code output} that is sound
 * @param provenance where the counts come from
 */
public record TokenUsage(
        @Nullable Long uncachedInput,
        @Nullable Long cacheRead,
        @Nullable Long cacheWrite5m,
        @Nullable Long cacheWrite1h,
        @Nullable Long output,
        @Nullable Long reasoning,
        @Nullable Long audioInput,
        @Nullable Long audioOutput,
        TokenProvenance provenance) {

    /** The whole prompt: cached reads and writes included; null when unknown. */
    public @Nullable Long input() {
        return uncachedInput == null ? null : uncachedInput + orZero(cacheRead) + cacheWrite();
    }

    /** Everything written to the cache; 0 when unknown. */
    public long cacheWrite() {
        return orZero(cacheWrite5m) + orZero(cacheWrite1h);
    }

    /** The whole answer, reasoning included; null when unknown. */
    public @Nullable Long wholeOutput() {
        return output == null ? null : output + orZero(reasoning);
    }

    /** Whether no kind of token is known to have been used. */
    public boolean isNothing() {
        return orZero(uncachedInput) + orZero(cacheRead) + cacheWrite() + orZero(output) + orZero(reasoning) == 0;
    }

    /** The count, or 0 when it is unknown. */
    public static long orZero(@Nullable Long count) {
        return count == null ? 0 : count;
    }
}
