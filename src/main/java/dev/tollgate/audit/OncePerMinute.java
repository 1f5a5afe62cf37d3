package dev.tollgate.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/**
 * Remembers for a minute what has been told of, on this node.
 *
 * @param <T> what is told of
 */
public final class OncePerMinute<T> {

    private static final int MOST = 10_000;

    private final Cache<T, Boolean> told = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    /** Whether this is the first time in a minute. */
    public boolean isFirst(T what) {
        return told.asMap().putIfAbsent(what, true) == null;
    }
}
