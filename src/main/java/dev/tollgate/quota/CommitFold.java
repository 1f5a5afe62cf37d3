package dev.tollgate.quota;

import dev.tollgate.core.Money;
import dev.tollgate.core.TimeWindow;
import dev.tollgate.rollup.UsageTotals;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.usage.Attribution;
import dev.tollgate.usage.AttributionId;
import dev.tollgate.usage.Attributions;
import dev.tollgate.usage.Contribution;
import dev.tollgate.usage.UsageBatch;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds out what a commit adds to which quotas' periods. */
@Component
class CommitFold {

    private final Attributions attributions;
    private final TenantTransactions transactions;

    CommitFold(Attributions attributions, TenantTransactions transactions) {
        this.attributions = attributions;
        this.transactions = transactions;
    }

    /** What is added to the counters of one place of a quota. */
    record Addition(BookedQuota quota, TimeWindow place, Amounts amounts) {

        String key() {
            return quota.key(place);
        }
    }

    private record Place(BookedQuota quota, TimeWindow window) {}

    /** The additions by the name of the counters. */
    Map<String, Addition> of(QuotaBook book, UsageBatch batch) {
        Map<AttributionId, Attribution> dictionary = dictionary(book, batch);
        Map<Place, UsageTotals> totals = new LinkedHashMap<>();
        for (Contribution contribution : batch.contributions()) {
            Attribution attribution = Objects.requireNonNull(dictionary.get(contribution.attribution()));
            Instant occurredAt = contribution.occurredAt();
            for (BookedQuota quota : book.matching(attribution, contribution.user())) {
                totals.merge(
                        new Place(quota, quota.place(occurredAt)), UsageTotals.of(contribution), UsageTotals::plus);
            }
        }
        Map<String, Addition> additions = new LinkedHashMap<>();
        totals.forEach((place, total) -> additions.put(
                place.quota().key(place.window()), new Addition(place.quota(), place.window(), amounts(total))));
        return additions;
    }

    private Map<AttributionId, Attribution> dictionary(QuotaBook book, UsageBatch batch) {
        Set<AttributionId> ids =
                batch.contributions().stream().map(Contribution::attribution).collect(Collectors.toSet());
        return book.known(ids)
                .orElseGet(() -> book.learn(transactions.read(
                        book.organization(), sql -> attributions.dictionary(sql, book.organization(), ids))));
    }

    private static Amounts amounts(UsageTotals total) {
        Money cost = total.cost();
        return Amounts.of(total.inputTokens(), total.wholeOutputTokens(), total.requests(), cost);
    }
}
