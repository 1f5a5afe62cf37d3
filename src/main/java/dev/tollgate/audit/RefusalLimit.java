package dev.tollgate.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tollgate.core.Actor;
import dev.tollgate.core.OrganizationId;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** How often refusals are told of: targets are what the refused makes up, so that they alone limit nothing. */
final class RefusalLimit {

    private static final int MOST_TARGETS = 30;
    private static final int MOST = 10_000;

    private record Attempt(OrganizationId organization, Actor actor, String action) {}

    private record Aimed(Attempt attempt, AuditedAction.Target target) {}

    private final OncePerMinute<Aimed> told = new OncePerMinute<>();
    private final Cache<Attempt, AtomicInteger> targets = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    boolean allows(OrganizationId organization, Actor actor, AuditedAction action) {
        Attempt attempt = new Attempt(organization, actor, action.name());
        return told.isFirst(new Aimed(attempt, action.target()))
                && targets.get(attempt, _ -> new AtomicInteger()).incrementAndGet() <= MOST_TARGETS;
    }
}
