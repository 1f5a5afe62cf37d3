package dev.tollgate.quota;

import dev.tollgate.core.Money;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.ingest.Drafts;
import dev.tollgate.ingest.IngestSource;
import dev.tollgate.ingest.UsageIntake;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Callers of two teams who reserve at the same time through several gates. Some use more than they have reserved, some record what they
 * have used, before they settle, after, or in place of it, some give back what they have reserved, and some never ask.
 */
final class UnrulyCallers {

    static final String SEARCH = "search";

    private static final String OTHERS = "others";
    private static final long MOST = 40;

    private final OrganizationId organization;
    private final UsageIntake intake;
    private final List<QuotaGate> gates;
    private final Map<String, Tally> teams = Map.of(SEARCH, new Tally(), OTHERS, new Tally());
    private final Map<QuotaId, LongAdder> refusals = new ConcurrentHashMap<>();

    UnrulyCallers(OrganizationId organization, UsageIntake intake, List<QuotaGate> gates) {
        this.organization = organization;
        this.intake = intake;
        this.gates = gates;
    }

    /**
     * What was used.
     *
     * @param tokens by the calls
     * @param tokensBeyond the part of the tokens that nobody had reserved
     * @param callsBeyond the part of the calls that nobody had reserved
     */
    record Used(long calls, long tokens, long callsBeyond, long tokensBeyond) {

        Used plus(Used other) {
            return new Used(
                    calls + other.calls,
                    tokens + other.tokens,
                    callsBeyond + other.callsBeyond,
                    tokensBeyond + other.tokensBeyond);
        }
    }

    private static final class Tally {

        private final LongAdder calls = new LongAdder();
        private final LongAdder tokens = new LongAdder();
        private final LongAdder callsBeyond = new LongAdder();
        private final LongAdder tokensBeyond = new LongAdder();

        private void add(long used, long reserved) {
            calls.increment();
            tokens.add(used);
            tokensBeyond.add(Math.max(0, used - reserved));
        }

        private Used used() {
            return new Used(calls.sum(), tokens.sum(), callsBeyond.sum(), tokensBeyond.sum());
        }
    }

    /** So many tries. */
    void run(int tries) throws InterruptedException, ExecutionException {
        Callers.run(tries, (caller, random) -> call(gates.get(caller % gates.size()), random));
    }

    /** What a team has used so far. */
    Used used(String team) {
        return tally(team).used();
    }

    /** What all have used so far. */
    Used used() {
        return used(SEARCH).plus(used(OTHERS));
    }

    /** How many calls a quota has refused. */
    long refusedBy(Quota quota) {
        return refusals.getOrDefault(quota.id(), new LongAdder()).sum();
    }

    private void call(QuotaGate gate, Random random) {
        String team = random.nextBoolean() ? SEARCH : OTHERS;
        long estimate = 1 + random.nextLong(MOST);
        if (random.nextInt(100) == 0) {
            useWithoutAsking(team, estimate);
            return;
        }
        QuotaContext context = new QuotaContext(team, null, "u-1", null, null, null, null);
        switch (gate.reserve(organization, context, tokens(estimate))) {
            case Admission.Granted(var reservation, var _) -> end(gate, team, reservation, estimate, random);
            case Admission.Refused refused ->
                refusals.computeIfAbsent(refused.quota().id(), _ -> new LongAdder())
                        .increment();
            case Admission.Unknown _ -> throw new IllegalStateException("Redis is there");
        }
    }

    private void useWithoutAsking(String team, long used) {
        record(team, used, null);
        Tally tally = tally(team);
        tally.callsBeyond.increment();
        tally.add(used, 0);
    }

    private void end(QuotaGate gate, String team, String reservation, long estimate, Random random) {
        long used = random.nextLong((random.nextInt(5) == 0 ? 2 * estimate : estimate) + 1);
        int way = random.nextInt(60);
        if (way < 6) {
            gate.release(organization, reservation);
            return;
        }
        tally(team).add(used, estimate);
        switch (way) {
            case 6 -> {
                gate.settle(organization, reservation, tokens(used));
                record(team, used, reservation);
            }
            case 7 -> {
                record(team, used, reservation);
                gate.settle(organization, reservation, tokens(used));
            }
            case 8 -> record(team, used, reservation);
            default -> gate.settle(organization, reservation, tokens(used));
        }
    }

    private Tally tally(String team) {
        return Objects.requireNonNull(teams.get(team));
    }

    private void record(String team, long tokens, @Nullable String reservation) {
        intake.record(
                new IngestSource(organization, null),
                List.of(Drafts.event(UUID.randomUUID().toString(), Instant.now())
                        .with("team", team)
                        .with("inputTokens", tokens)
                        .with("outputTokens", 0L)
                        .with("reservation", reservation)
                        .submitted()));
    }

    private static CallAmounts tokens(long tokens) {
        return CallAmounts.used(tokens, 0L, Money.ZERO);
    }
}
