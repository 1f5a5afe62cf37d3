package dev.tollgate.feature;

import dev.tollgate.analytics.Axis;
import dev.tollgate.analytics.BreakdownAsked;
import dev.tollgate.analytics.Divider;
import dev.tollgate.analytics.Ingredient;
import dev.tollgate.analytics.Needs;
import dev.tollgate.analytics.RangeAsked;
import dev.tollgate.analytics.SliceAsked;
import dev.tollgate.analytics.SliceFilter;
import dev.tollgate.analytics.SliceRequest;
import dev.tollgate.analytics.SortDirection;
import dev.tollgate.analytics.UsageBreakdownRow;
import dev.tollgate.analytics.UsageMetric;
import dev.tollgate.analytics.UsageSlice;
import dev.tollgate.analytics.UsageSlices;
import dev.tollgate.core.ProblemException;
import dev.tollgate.organization.Organization;
import dev.tollgate.usage.UsageDimension;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells beforehand what a change would have refused: it decides the calls of the last days as the change would. */
@Component
public class FeaturePreviews {

    private static final Duration LONGEST = Duration.ofDays(366);

    private static final Divider CALLERS =
            new Divider(Stream.of(UsageDimension.ENVIRONMENT, UsageDimension.TEAM, UsageDimension.USER)
                    .<Axis>map(Axis.OfDimension::new)
                    .toList());

    private static final BreakdownAsked ALL_CALLERS =
            new BreakdownAsked(CALLERS, UsageMetric.REQUESTS, SortDirection.DESC, Integer.MAX_VALUE, null);

    private static final SliceRequest REQUEST =
            SliceRequest.of(Needs.of(CALLERS.shape(), Set.of(Ingredient.REQUESTS, Ingredient.COST)));

    private final FeatureStore store;
    private final UsageSlices slices;
    private final Clock clock;

    FeaturePreviews(FeatureStore store, UsageSlices slices, Clock clock) {
        this.store = store;
        this.slices = slices;
        this.clock = clock;
    }

    /** The usage of one user in one environment and team. */
    record Used(FeatureContext context, long requests, BigDecimal cost) {

        private static Used of(UsageBreakdownRow row) {
            FeatureContext context = new FeatureContext(
                    row.keys().get(2).value(),
                    row.keys().get(1).value(),
                    null,
                    row.keys().get(0).value());
            return new Used(context, row.metrics().requests(), row.metrics().cost());
        }
    }

    /**
     * What the change would have refused of the calls in the last so much time, at most a year. Rules and the part of the users
     * that are left out are those the feature has. Sessions are not known afterwards: a call without a user goes by its team.
     *
     * @throws ProblemException BAD_USER_INPUT when the feature could not be changed so, or on {@code last}
     */
    public FeaturePreview preview(Organization organization, FeatureChange change, Duration last) {
        if (!last.isPositive() || last.compareTo(LONGEST) > 0) {
            throw ProblemException.badInput("last", "It is longer than nothing, and at most 366 days.");
        }
        CompiledFeature tried = CompiledFeature.of(store.tried(organization.id(), change));
        SliceFilter filter =
                new SliceFilter(Map.of(UsageDimension.FEATURE, Set.of(change.name())), Set.of(), Map.of(), null);
        UsageSlice slice = slices.read(new SliceAsked(organization, new RangeAsked.Last(last), filter), REQUEST);
        return preview(slice, tried);
    }

    private FeaturePreview preview(UsageSlice slice, CompiledFeature tried) {
        ImpactTally whole = new ImpactTally();
        Map<Optional<String>, ImpactTally> environments = new HashMap<>();
        Map<Optional<String>, ImpactTally> teams = new HashMap<>();
        slice.breakdown(ALL_CALLERS).rows().nodes().stream().map(Used::of).forEach(used -> {
            boolean refused = tried.decide(used.context(), clock) instanceof Decision.Disabled;
            whole.add(used, refused);
            of(environments, used.context().environment()).add(used, refused);
            of(teams, used.context().team()).add(used, refused);
        });
        return new FeaturePreview(slice.range(), whole.total(), whole.affected(), rows(environments), rows(teams));
    }

    private static ImpactTally of(Map<Optional<String>, ImpactTally> tallies, @Nullable String value) {
        return tallies.computeIfAbsent(Optional.ofNullable(value), _ -> new ImpactTally());
    }

    private static List<FeatureImpactRow> rows(Map<Optional<String>, ImpactTally> tallies) {
        Function<Map.Entry<Optional<String>, ImpactTally>, FeatureImpactRow> row =
                entry -> entry.getValue().row(entry.getKey().orElse(null));
        return tallies.entrySet().stream()
                .map(row)
                .sorted((one, other) ->
                        Long.compare(other.total().requests(), one.total().requests()))
                .toList();
    }
}
