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
        SlicePlan plan = plan();
        Restriction restriction = restriction(bound);
        SliceData current = period(bound, plan.current(), request.needs(), plan.trends(), restriction);
        return new UsageSlice.Read(current, baselines(bound, plan, restriction), plan.trends(), restriction);
    }

    /** What will be read. */
    SlicePlan plan() {
        return SlicePlan.of(asked, request, kept, now);
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
    private Map<BaselineAsked, SliceData> baselines(DSLContext bound, SlicePlan plan, Restriction restriction) {
        Map<Plan, SliceData> read = new HashMap<>();
        plan.baselineNeeds(request)
                .forEach(
                        (period, needs) -> read.put(period, period(bound, period, needs, TrendPlan.NONE, restriction)));
        return plan.baselines().entrySet().stream()
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
        return SliceData.of(
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
