package dev.tollgate.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Counts failures for addresses that have no account, so that being locked does not tell which ones have. It does so on this node
 * only and for the latest addresses: there is nothing behind them to protect.
 */
@Component
class StrangerFailures {

    private final Cache<EmailAddress, SignInFailures> failures = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    /** Counts an attempt unless the address is locked, and returns the failures before it. */
    SignInFailures count(EmailAddress email, Instant now) {
        SignInFailures[] before = {SignInFailures.NONE};
        failures.asMap().compute(email, (key, known) -> {
            before[0] = known == null ? SignInFailures.NONE : known;
            return before[0].lockedAt(now) ? before[0] : before[0].oneMore(now);
        });
        return before[0];
    }
}
