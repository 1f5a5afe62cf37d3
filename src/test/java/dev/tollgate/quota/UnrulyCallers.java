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
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Callers of two teams who reserve at the same time through several gates. Some use more than they have reserved, some record what they
 * have used, before they settle, after, or in place of it, and some give back what they have reserved.
 */
final class UnrulyCallers {

    static final String SEARCH = "search";

    private static final String OTHERS = "others";
    private static final long MOST = 40;

    private final OrganizationId organization;
    private final UsageIntake intake;
    private final List<QuotaGate> gates;
    private final Map<String, Used> teams = Map.of(SEARCH, new Used(), OTHERS, new Used());
    private final Map<QuotaId, LongAdder> refusals = new ConcurrentHashMap<>();
    private final LongAdder beyond = new LongAdder();
    private final LongAccumulator beyondWhenGranted = new LongAccumulator(Math::max, 0);

    UnrulyCallers(OrganizationId organization, UsageIntake intake, List<QuotaGate> gates) {
        this.organization = organization;
        this.intake = intake;
        this.gates = gates;
    }

    private static final class Used {

        private final LongAdder calls = new LongAdder();
        private final LongAdder tokens = new LongAdder();

        private void add(long used) {
            calls.increment();
            tokens.add(used);
        }
    }

    /** So many tries, among them calls that are recorded and nobody had asked for. */
    void runSomeWithoutAsking(int tries) throws InterruptedException, ExecutionException {
        Callers.run(tries, (caller, random) -> {
            if (random.nextInt(100) == 0) {
                String team = team(random);
                long used = random.nextLong(MOST);
                record(team, used, null);
                of(team).add(used);
            } else {
                call(gates.get(caller % gates.size()), random);
            }
        });
    }

    /** So many tries of callers who ask. */
    void run(int tries) throws InterruptedException, ExecutionException {
        Callers.run(tries, (caller, random) -> call(gates.get(caller % gates.size()), random));
    }

    /** The calls of a team so far. */
    long calls(String team) {
        return of(team).calls.sum();
    }

    /** The tokens that all have used so far. */
    long tokens() {
        return of(SEARCH).tokens.sum() + of(OTHERS).tokens.sum();
    }

    /** How many calls a quota has refused. */
    long refusedBy(Quota quota) {
        return refusals.getOrDefault(quota.id(), new LongAdder()).sum();
    }

    /** The tokens beyond what was reserved for their calls that may have been settled after the last reservation. */
    long beyondSinceTheLastReservation() {
        return beyond.sum() - beyondWhenGranted.get();
    }

    private void call(QuotaGate gate, Random random) {
        String team = team(random);
        long estimate = 1 + random.nextLong(MOST);
        QuotaContext context = new QuotaContext(team, null, "u-1", null, null, null, null);
        long before = beyond.sum();
        switch (gate.reserve(organization, context, tokens(estimate))) {
            case Admission.Granted(var reservation, var _) -> {
                beyondWhenGranted.accumulate(before);
                if (reservation.startsWith(Reservations.FREE)) {
                    recordUnreserved(team, random.nextLong(estimate + 1));
                } else {
                    end(gate, team, reservation, estimate, random);
                }
            }
            case Admission.Refused refused ->
                refusals.computeIfAbsent(refused.quota().id(), _ -> new LongAdder())
                        .increment();
            case Admission.Unknown _ -> throw new IllegalStateException("Redis is there");
        }
    }

    /** The ledger let the call through, since the counters were too slow for it: nothing is reserved, and what is recorded counts. */
    private void recordUnreserved(String team, long used) {
        record(team, used, null);
        beyond.add(used);
        of(team).add(used);
    }

    /** Records are counted a moment later: what is beyond a reservation is settled first. */
    private void end(QuotaGate gate, String team, String reservation, long estimate, Random random) {
        long used = random.nextLong(estimate + 1);
        int way = random.nextInt(60);
        switch (way) {
            case 0, 1, 2, 3, 4, 5 -> {
                gate.release(organization, reservation);
                return;
            }
            case 6 -> record(team, used, reservation);
            case 7 -> {
                record(team, used, reservation);
                gate.settle(organization, reservation, tokens(used));
            }
            default -> {
                long more = random.nextInt(5) == 0 ? random.nextLong(estimate + 1) : 0;
                used += more;
                gate.settle(organization, reservation, tokens(used));
                beyond.add(Math.max(0, used - estimate));
                if (way == 8) {
                    record(team, used, reservation);
                }
            }
        }
        of(team).add(used);
    }

    private static String team(Random random) {
        return random.nextBoolean() ? SEARCH : OTHERS;
    }

    private Used of(String team) {
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
