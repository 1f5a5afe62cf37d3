package dev.tollgate.analytics;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.TimeWindow;
import dev.tollgate.rollup.UsageTotals;
import dev.tollgate.usage.AttributionId;
import dev.tollgate.usage.Attributions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** Reads the periods of one slice in the caller's transaction. */
record SliceReader(SliceAsked asked, SliceRequest request, Kept kept, Instant now, Attributions attributions) {

    OrganizationId organization() {
        return asked.organization().id();
    }

    private ZoneId zone() {
        return asked.organization().timeZone();
    }

    UsageSlice.Read read(DSLContext bound) {
        Ranges ranges = new Ranges(zone(), now);
        TimeWindow window = ranges.resolve(asked.range());
        TrendPlan trends = TrendPlan.of(request.trends(), window, zone(), kept);
        Plan plan = new Planner(zone(), kept).plan(window, trends.widest());
        Restriction restriction = restriction(bound);
        SliceData current = period(bound, plan, request.needs(), trends, restriction);
        return new UsageSlice.Read(current, baselines(bound, ranges, plan, restriction), trends, restriction);
    }

    EventQuery events(UsageSlice.Read read) {
        return new EventQuery(organization(), read.current().range().window(), read.restriction());
    }

    private Restriction restriction(DSLContext bound) {
        return asked.filter().isAll()
                ? Restriction.NONE
                : Restriction.of(asked.filter(), new Dictionary(attributions.dictionary(bound, organization())));
    }

    /** Baselines that turn out to be the same period are read once. */
    private Map<BaselineAsked, SliceData> baselines(
            DSLContext bound, Ranges ranges, Plan plan, Restriction restriction) {
        TrendPlan trends = new TrendPlan(Map.of(), Source.DAY, false);
        Map<BaselineAsked, Plan> plans = new HashMap<>();
        Map<Plan, Needs> needs = new HashMap<>();
        request.baselines().forEach((baseline, needed) -> {
            TimeWindow window = new Baselines(zone()).of(asked.range(), plan.window(), baseline);
            Plan planned = new Planner(zone(), kept).plan(ranges.minutes(window), Source.DAY);
            plans.put(baseline, planned);
            needs.merge(planned, needed, Needs::plus);
        });
        Map<Plan, SliceData> read = new HashMap<>();
        needs.forEach((planned, needed) -> read.put(planned, period(bound, planned, needed, trends, restriction)));
        return plans.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> Objects.requireNonNull(read.get(entry.getValue()))));
    }

    private SliceData period(DSLContext bound, Plan plan, Needs needs, TrendPlan trends, Restriction restriction) {
        PeriodReader reader = new PeriodReader(
                bound, organization(), restriction, asked.filter().mentionsUser(), new Planner(zone(), kept));
        Facts<UsageTotals> sums = reader.sums(plan, needs, trends);
        Facts<Sketches> sketches = reader.sketches(plan, needs, trends);
        Set<Source> sources = new TreeSet<>(reader.sources());
        ResolvedRange range =
                new ResolvedRange(plan.window(), zone(), sources.isEmpty() ? plan.sources() : List.copyOf(sources));
        return new SliceData(
                range,
                FactGroup.whole(sums, sketches),
                dictionary(bound, sums),
                passed(plan.window()),
                reader.cellsRead());
    }

    private Dictionary dictionary(DSLContext bound, Facts<UsageTotals> sums) {
        Set<AttributionId> ids = sums.byShape().values().stream()
                .flatMap(facts -> facts.stream().map(fact -> fact.key().attribution()))
                .filter(id -> !id.equals(AttributionId.ALL))
                .collect(Collectors.toSet());
        return ids.isEmpty() ? Dictionary.EMPTY : new Dictionary(attributions.dictionary(bound, organization(), ids));
    }

    private Duration passed(TimeWindow window) {
        Instant end = window.to().isAfter(now) ? now : window.to();
        return end.isAfter(window.from()) ? Duration.between(window.from(), end) : Duration.ZERO;
    }
}
