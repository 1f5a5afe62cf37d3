package dev.tollgate.quota;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.redis.RedisTopics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.redisson.client.RedisException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Says whether a call may be made, and reserves what it will use in all quotas that it counts to, in one step. A quota that blocks is
 * never overshot by reservations, however many callers on however many nodes. Safe from any thread.
 */
@Component
public class QuotaGate {

    private static final Logger log = LoggerFactory.getLogger(QuotaGate.class);

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long PAUSE_NANOS = 10_000_000;

    private final QuotaBooks books;
    private final Counters counters;
    private final RateGate rates;
    private final CounterRebuild rebuild;
    private final CommitFollower commits;
    private final Reservations reservations;
    private final LedgerDecision ledger;
    private final RedisTopics topics;
    private final QuotaSettings settings;
    private final Clock clock;

    QuotaGate(
            QuotaBooks books,
            Counters counters,
            RateGate rates,
            CounterRebuild rebuild,
            CommitFollower commits,
            Reservations reservations,
            LedgerDecision ledger,
            RedisTopics topics,
            QuotaSettings settings,
            Clock clock) {
        this.books = books;
        this.counters = counters;
        this.rates = rates;
        this.rebuild = rebuild;
        this.commits = commits;
        this.reservations = reservations;
        this.ledger = ledger;
        this.topics = topics;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Reserves what a call is estimated to use. A reservation that is neither settled nor released returns by itself when it expires.
     *
     * @throws ProblemException BAD_USER_INPUT with the field at fault
     */
    public Admission reserve(OrganizationId organization, QuotaContext context, CallAmounts estimate) {
        return decide(organization, context, estimate, UUID.randomUUID().toString());
    }

    /** The same without reserving anything: what {@link #reserve} would answer now. */
    public Admission check(OrganizationId organization, QuotaContext context, CallAmounts estimate) {
        return decide(organization, context, estimate, "");
    }

    /** The quotas that a call counts to. */
    public List<Quota> matching(OrganizationId organization, QuotaContext context) {
        return books.of(organization).matching(context.normalized()).stream()
                .map(BookedQuota::quota)
                .toList();
    }

    /**
     * Counts what a call has used, in place of what was reserved. A call that was settled stays as it was then. One whose reservation
     * has expired is counted all the same.
     *
     * @throws ProblemException UNAVAILABLE while the counters cannot be reached
     */
    public Ending settle(OrganizationId organization, String reservation, CallAmounts used) {
        return reservations.settle(organization, reservation, used);
    }

    /**
     * Returns what was reserved for a call that is not made.
     *
     * @throws ProblemException UNAVAILABLE while the counters cannot be reached
     */
    public Ending release(OrganizationId organization, String reservation) {
        return reservations.release(organization, reservation);
    }

    private Admission decide(
            OrganizationId organization, QuotaContext context, CallAmounts estimate, String reservation) {
        QuotaBook book = books.of(organization);
        QuotaContext call = context.normalized();
        Instant now = clock.instant();
        Instant expiresAt = now.plus(settings.reservation());
        if (book.matching(call).isEmpty()) {
            return free(reservation, expiresAt);
        }
        try {
            if (!topics.isAway()) {
                Optional<Admission> decided = inRedis(book, call, estimate, reservation, now);
                if (decided.isPresent()) {
                    return decided.get();
                }
            }
        } catch (RedisException e) {
            commits.missedRedis();
            log.debug("Quotas of organization {} are decided by the database: {}", organization, e.getMessage());
        }
        Decision decision = new Decision(book.matching(call), estimate.estimate(), now);
        return ledger.of(book, decision).orElseGet(() -> free(reservation, expiresAt));
    }

    /** The rates come first, since they cost least; a call that the counters refuse takes nothing of them. */
    private Optional<Admission> inRedis(
            QuotaBook book, QuotaContext call, CallAmounts estimate, String reservation, Instant now) {
        List<Quota> rated = book.matching(call).stream()
                .map(BookedQuota::quota)
                .filter(quota -> !quota.rate().isNone())
                .toList();
        boolean reserves = !reservation.isEmpty();
        Optional<Admission> tooFast = reserves ? rates.take(rated) : rates.look(rated);
        if (tooFast.isPresent()) {
            return tooFast;
        }
        Optional<Admission> decided = commits.ensureCounted(book)
                ? byCounters(book.organization(), call, estimate, reservation, now)
                : Optional.empty();
        if (reserves && decided.filter(Admission.Granted.class::isInstance).isEmpty()) {
            rates.giveBack(rated);
        }
        return decided;
    }

    /** Empty when the counters are being made anew, and that takes long. */
    private Optional<Admission> byCounters(
            OrganizationId organization, QuotaContext call, CallAmounts estimate, String reservation, Instant now) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Instant expiresAt = now.plus(settings.reservation());
        while (System.nanoTime() < end) {
            Decision decision = new Decision(books.of(organization).matching(call), estimate.estimate(), now);
            if (decision.quotas().isEmpty()) {
                return Optional.of(free(reservation, expiresAt));
            }
            List<String> answer = counters.run(
                    CounterScript.RESERVE,
                    organization,
                    decision.arguments(reservation, expiresAt, settings.remembered()));
            switch (answer.getFirst()) {
                case "HELD" -> {
                    return Optional.of(new Admission.Granted(reservation, expiresAt));
                }
                case "REBUILD" -> {
                    if (rebuild.run(organization)) {
                        // However long that took: what is counted now is asked.
                        end = Math.max(end, System.nanoTime() + PAUSE_NANOS);
                    } else {
                        LockSupport.parkNanos(PAUSE_NANOS);
                    }
                }
                default -> {
                    return Optional.of(decision.refused(answer));
                }
            }
        }
        return Optional.empty();
    }

    private static Admission free(String reservation, Instant expiresAt) {
        return new Admission.Granted(Reservations.FREE + reservation, expiresAt);
    }
}
