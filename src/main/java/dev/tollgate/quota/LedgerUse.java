package dev.tollgate.quota;

import dev.tollgate.analytics.RangeAsked;
import dev.tollgate.analytics.SliceAsked;
import dev.tollgate.analytics.SliceFilter;
import dev.tollgate.analytics.SliceRequest;
import dev.tollgate.analytics.UsageMetrics;
import dev.tollgate.analytics.UsageSlice;
import dev.tollgate.analytics.UsageSlices;
import dev.tollgate.core.Money;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.TimeWindow;
import dev.tollgate.organization.Organizations;
import dev.tollgate.usage.UsageDimension;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the ledger says was used, read from the cells. */
@Component
class LedgerUse {

    private static final int ALL_ROWS = 10_000_000;

    private final UsageSlices slices;
    private final Organizations organizations;

    LedgerUse(UsageSlices slices, Organizations organizations) {
        this.slices = slices;
        this.organizations = organizations;
    }

    /**
     * What was used in a period.
     *
     * @param through the number of the last commit in it: it and all before are, none after
     * @param byValue by the scope's value; what is not there was not used
     */
    record Read(long through, Map<String, Amounts> byValue) {

        Amounts of(QuotaScope scope) {
            return byValue.getOrDefault(scope.value(), Amounts.NONE);
        }
    }

    /** The use of so many scopes of one kind in a period. */
    Read read(OrganizationId organization, TimeWindow period, QuotaScope.Type type, Set<String> values) {
        UsageDimension dimension = type.dimension().orElse(null);
        UsageSlice slice = slices.read(
                new SliceAsked(
                        organizations.get(organization), new RangeAsked.Between(period), filter(dimension, values)),
                SliceRequest.ofSums(dimension));
        Map<String, Amounts> byValue = new HashMap<>();
        if (dimension == null) {
            byValue.put(QuotaScope.ORGANIZATION.value(), amounts(slice.metrics()));
        } else {
            slice.rows(dimension, ALL_ROWS).forEach(row -> {
                String value = row.key().value();
                if (value != null) {
                    byValue.put(value, amounts(row.metrics()));
                }
            });
        }
        return new Read(slice.rolledThrough(), byValue);
    }

    /** The use of one scope in a period, exact to the last decimal; of days as a whole where the ledger is kept no longer. */
    UsageMetrics metrics(OrganizationId organization, TimeWindow period, QuotaScope scope) {
        UsageDimension dimension = scope.type().dimension().orElse(null);
        SliceFilter filter = filter(dimension, Set.of(scope.value()));
        return slices.read(
                        new SliceAsked(organizations.get(organization), new RangeAsked.Exactly(period), filter),
                        SliceRequest.ofSums(null))
                .metrics();
    }

    private static SliceFilter filter(@Nullable UsageDimension dimension, Set<String> values) {
        return dimension == null
                ? SliceFilter.ALL
                : new SliceFilter(Map.of(dimension, values), Set.of(), Map.of(), null);
    }

    static Amounts amounts(UsageMetrics metrics) {
        return Amounts.of(metrics.inputTokens(), metrics.outputTokens(), metrics.requests(), new Money(metrics.cost()));
    }
}
