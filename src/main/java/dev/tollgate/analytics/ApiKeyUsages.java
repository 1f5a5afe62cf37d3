package dev.tollgate.analytics;

import dev.tollgate.core.ApiKeyId;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.organization.Organizations;
import dev.tollgate.usage.UsageDimension;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells what was used with API keys, from the cells. */
@Component
public class ApiKeyUsages {

    private static final UsageDimension BY = UsageDimension.API_KEY;
    /** As far back as a range may reach; there are no cells from before there was an installation. */
    private static final RangeAsked EVER = new RangeAsked.Last(Duration.ofDays(RangeAsked.YEARS * 365L));

    private static final SliceRequest SUMS = request(EnumSet.of(
            Ingredient.REQUESTS,
            Ingredient.UNCACHED_INPUT,
            Ingredient.CACHE_READ,
            Ingredient.CACHE_WRITE,
            Ingredient.OUTPUT,
            Ingredient.REASONING,
            Ingredient.COST));

    private final UsageSlices slices;
    private final Organizations organizations;

    ApiKeyUsages(UsageSlices slices, Organizations organizations) {
        this.slices = slices;
        this.organizations = organizations;
    }

    /** The usage of these keys, in one reading; one that was never used is left out. */
    public Map<ApiKeyId, ApiKeyUsage> of(OrganizationId organization, Collection<ApiKeyId> keys) {
        Set<String> ids = keys.stream().map(ApiKeyId::toString).collect(Collectors.toSet());
        SliceFilter filter = new SliceFilter(Map.of(BY, ids), Set.of(), Map.of(), null);
        UsageSlice slice = slices.read(new SliceAsked(organizations.get(organization), EVER, filter), SUMS);
        return slice.rows(BY, Math.max(1, ids.size())).stream()
                .filter(row ->
                        row.key().value() != null && ids.contains(row.key().value()))
                .collect(Collectors.toMap(
                        row -> ApiKeyId.of(String.valueOf(row.key().value())), row -> ApiKeyUsage.of(row.metrics())));
    }

    private static SliceRequest request(Set<Ingredient> sums) {
        return SliceRequest.of(
                Needs.of(Shape.WHOLE, sums).plus(Needs.of(Divider.of(BY).shape(), sums)));
    }
}
