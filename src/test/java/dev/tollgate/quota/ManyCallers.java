package dev.tollgate.quota;

import dev.tollgate.core.Money;
import dev.tollgate.core.OrganizationId;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/** Callers that reserve at the same time through several gates, and settle at most what they estimated, or release. */
final class ManyCallers {

    private final OrganizationId organization;
    private final QuotaContext call;
    private final List<QuotaGate> gates;
    private final AtomicLong granted = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong settled = new AtomicLong();

    ManyCallers(OrganizationId organization, QuotaContext call, List<QuotaGate> gates) {
        this.organization = organization;
        this.call = call;
        this.gates = gates;
    }

    /** What became of all calls; settled are tokens. */
    record Totals(long granted, long refused, long settled) {}

    /** So many tries, evenly spread over 64 callers; each looks at the gates after every call. */
    Totals run(int tries, Runnable look) throws InterruptedException, ExecutionException {
        Callers.run(tries, (caller, random) -> {
            call(gates.get(caller % gates.size()), random);
            look.run();
        });
        return new Totals(granted.get(), refused.get(), settled.get());
    }

    private void call(QuotaGate gate, Random random) {
        long estimate = 1 + random.nextLong(40);
        switch (gate.reserve(organization, call, tokens(estimate))) {
            case Admission.Granted(var reservation, var _) -> end(gate, reservation, estimate, random);
            case Admission.Refused _ -> refused.incrementAndGet();
            case Admission.Unknown _ -> throw new IllegalStateException("Redis is there");
        }
    }

    private void end(QuotaGate gate, String reservation, long estimate, Random random) {
        granted.incrementAndGet();
        if (random.nextInt(10) == 0) {
            gate.release(organization, reservation);
        } else {
            long used = random.nextLong(estimate + 1);
            settled.addAndGet(used);
            gate.settle(organization, reservation, tokens(used));
        }
    }

    private static CallAmounts tokens(long tokens) {
        return CallAmounts.used(tokens, 0L, Money.ZERO);
    }
}
