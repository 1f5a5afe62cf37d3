package dev.tollgate.quota;

import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.redisson.client.RedisException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Ends reservations, each once. */
@Component
class Reservations {

    /** Marks reservations that hold nothing: no quota counts the call, or the counters could not be reached. */
    static final String FREE = "free-";

    private static final Logger log = LoggerFactory.getLogger(Reservations.class);

    private final Counters counters;
    private final QuotaBooks books;
    private final QuotaStatuses statuses;
    private final QuotaSettings settings;
    private final Clock clock;

    Reservations(Counters counters, QuotaBooks books, QuotaStatuses statuses, QuotaSettings settings, Clock clock) {
        this.counters = counters;
        this.books = books;
        this.statuses = statuses;
        this.settings = settings;
        this.clock = clock;
    }

    Ending settle(OrganizationId organization, String reservation, CallAmounts used) {
        if (isFree(reservation)) {
            return Ending.SETTLED;
        }
        List<String> answer = run(
                organization,
                new CounterCall.Settle(
                        clock.millis(),
                        id(reservation),
                        remembered(),
                        used.inputTokens(),
                        used.outputTokens(),
                        used.countedCost()));
        if (answer.getFirst().equals("SETTLED")) {
            statuses.look(books.of(organization), answer, 1);
        }
        return answer.getFirst().equals("AGAIN") ? Ending.SETTLED : Ending.valueOf(answer.getFirst());
    }

    Ending release(OrganizationId organization, String reservation) {
        if (isFree(reservation)) {
            return Ending.RELEASED;
        }
        CounterCall release = new CounterCall.Release(clock.millis(), id(reservation), remembered());
        return Ending.valueOf(run(organization, release).getFirst());
    }

    /** The calls of these are in the ledger's counters now: those count, and not what was reserved or settled. */
    void recorded(OrganizationId organization, Collection<String> reservations) {
        List<String> arguments = new ArrayList<>(List.of(Long.toString(clock.millis()), remembered()));
        arguments.addAll(ids(reservations));
        statuses.look(books.of(organization), counters.run(CounterScript.RECORDED, organization, arguments), 1);
    }

    /** As scripts take them. */
    static List<String> ids(Collection<String> reservations) {
        return reservations.stream()
                .filter(reservation -> !isFree(reservation))
                .map(Reservations::id)
                .toList();
    }

    private List<String> run(OrganizationId organization, CounterCall call) {
        try {
            return counters.call(organization, call);
        } catch (RedisException e) {
            log.debug("A reservation of organization {} is not ended: {}", organization, e.getMessage());
            throw ProblemException.retryLater(
                    ErrorCode.UNAVAILABLE, "The counters can't be reached; try again.", Duration.ofSeconds(1));
        }
    }

    private static boolean isFree(String reservation) {
        return reservation.startsWith(FREE);
    }

    /** An id that is none becomes one that nobody has: what callers send is never part of a key as it is. */
    private static String id(String reservation) {
        try {
            return UUID.fromString(reservation).toString();
        } catch (IllegalArgumentException _) {
            return "none";
        }
    }

    private String remembered() {
        return Long.toString(settings.remembered().toMillis());
    }
}
