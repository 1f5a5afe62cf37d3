package dev.tollgate.credential;

import dev.tollgate.analytics.RangeAsked;
import dev.tollgate.analytics.SliceAsked;
import dev.tollgate.analytics.SliceFilter;
import dev.tollgate.analytics.SliceRequest;
import dev.tollgate.analytics.UsageSlice;
import dev.tollgate.analytics.UsageSlices;
import dev.tollgate.catalog.ProviderNames;
import dev.tollgate.core.Money;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.TimeWindow;
import dev.tollgate.organization.Organization;
import dev.tollgate.organization.Organizations;
import dev.tollgate.usage.UsageDimension;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What calls to providers have cost, from the ledger's cells: about a second behind what was recorded. */
@Component
public class ProviderSpend {

    private static final int ALL_ROWS = 1_000_000;

    private final UsageSlices slices;
    private final Organizations organizations;
    private final Clock clock;

    ProviderSpend(UsageSlices slices, Organizations organizations, Clock clock) {
        this.slices = slices;
        this.organizations = organizations;
        this.clock = clock;
    }

    /**
     * What the organization's calls have cost in its running calendar month, by the provider's one name, whatever name the calls gave
     * it. A provider without calls is left out.
     */
    public Map<String, MonthSpend> thisMonth(OrganizationId id) {
        Organization organization = organizations.get(id);
        UsageSlice slice = slices.read(
                new SliceAsked(organization, new RangeAsked.Between(month(organization.timeZone())), SliceFilter.ALL),
                SliceRequest.ofSums(UsageDimension.PROVIDER));
        Map<String, MonthSpend> spent = new HashMap<>();
        slice.rows(UsageDimension.PROVIDER, ALL_ROWS).forEach(row -> {
            String provider = row.key().value();
            if (provider != null) {
                MonthSpend called = new MonthSpend(
                        new Money(row.metrics().cost()), row.metrics().unpricedRequests());
                spent.merge(ProviderNames.normalize(provider), called, MonthSpend::plus);
            }
        });
        return spent;
    }

    private TimeWindow month(ZoneId zone) {
        LocalDate first = LocalDate.ofInstant(clock.instant(), zone).withDayOfMonth(1);
        return new TimeWindow(
                first.atStartOfDay(zone).toInstant(),
                first.plusMonths(1).atStartOfDay(zone).toInstant());
    }
}
