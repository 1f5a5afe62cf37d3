package dev.tollgate.quota;

import dev.tollgate.core.OrganizationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads the counters. */
@Component
class SpentCounters {

    private static final int FIELDS = 16;
    private static final int AT_ONCE = 500;

    private final Counters counters;

    SpentCounters(Counters counters) {
        this.counters = counters;
    }

    /**
     * What is counted in a period.
     *
     * @param ledger recorded calls
     * @param settled calls that are settled and not recorded
     * @param held reserved and not settled
     */
    record Count(Amounts ledger, Amounts settled, Amounts held) {

        static final Count NONE = new Count(Amounts.NONE, Amounts.NONE, Amounts.NONE);

        /** What is used for good. */
        Amounts spent() {
            return ledger.plus(settled);
        }
    }

    /** The running period's counts of these quotas; those are left out that are not counted yet. */
    Map<QuotaId, Count> read(OrganizationId organization, List<BookedQuota> quotas, Instant now) {
        Map<QuotaId, Count> counts = new HashMap<>();
        for (int from = 0; from < quotas.size(); from += AT_ONCE) {
            read(organization, quotas.subList(from, Math.min(quotas.size(), from + AT_ONCE)), now, counts);
        }
        return counts;
    }

    Optional<Count> read(OrganizationId organization, BookedQuota quota, Instant now) {
        return Optional.ofNullable(
                read(organization, List.of(quota), now).get(quota.quota().id()));
    }

    private void read(OrganizationId organization, List<BookedQuota> quotas, Instant now, Map<QuotaId, Count> counts) {
        List<String> arguments = new ArrayList<>(List.of(Long.toString(now.toEpochMilli())));
        for (BookedQuota quota : quotas) {
            arguments.add(quota.quota().id().toString());
            arguments.addAll(quota.counters(now));
        }
        List<String> answer = counters.run(CounterScript.READ, organization, arguments);
        for (int i = 0; i < quotas.size(); i++) {
            List<String> fields = answer.subList(FIELDS * i, FIELDS * (i + 1));
            if (fields.getFirst().equals("1")) {
                counts.put(
                        quotas.get(i).quota().id(),
                        new Count(
                                Amounts.parse(fields.subList(1, 6)),
                                Amounts.parse(fields.subList(6, 11)),
                                Amounts.parse(fields.subList(11, 16))));
            }
        }
    }
}
