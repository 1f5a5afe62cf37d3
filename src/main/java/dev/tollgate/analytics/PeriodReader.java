package dev.tollgate.analytics;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.TimeWindow;
import dev.tollgate.rollup.UsageTotals;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * Reads one period of a slice: at most one statement for sums, one for sketches, and one each for those kept apart by user.
 * Sources and cells read add up over its statements; one reader reads one period.
 */
final class PeriodReader {

    private final DSLContext bound;
    private final OrganizationId organization;
    private final Restriction restriction;
    private final boolean filtersUsers;
    private final Planner planner;
    private final Set<Source> sources = EnumSet.noneOf(Source.class);
    private long cellsRead;

    PeriodReader(
            DSLContext bound,
            OrganizationId organization,
            Restriction restriction,
            boolean filtersUsers,
            Planner planner) {
        this.bound = bound;
        this.organization = organization;
        this.restriction = restriction;
        this.filtersUsers = filtersUsers;
        this.planner = planner;
    }

    /** Where the numbers came from. */
    Set<Source> sources() {
        return sources;
    }

    long cellsRead() {
        return cellsRead;
    }

    Facts<UsageTotals> sums(Plan plan, Needs needs, TrendPlan trends) {
        Reading plain = Reading.sums(needs);
        Reading byUser = Reading.userSums(needs);
        List<Segment> segments = filtersUsers ? userSegments(plan, plain, trends) : plan.segments();
        return sums(plain, segments, filtersUsers, trends)
                .plus(sums(byUser, userSegments(plan, byUser, trends), true, trends));
    }

    Facts<Sketches> sketches(Plan plan, Needs needs, TrendPlan trends) {
        List<Segment> ledger = List.of(new Segment(Source.LEDGER, plan.window()));
        return sketches(Reading.sketches(needs), filtersUsers ? ledger : plan.segments(), trends)
                .plus(sketches(Reading.userSketches(needs), ledger, trends));
    }

    /** Users are kept by whole days: what is to be told by less comes from the ledger. */
    private List<Segment> userSegments(Plan plan, Reading reading, TrendPlan trends) {
        boolean finer =
                trends.widest() != Source.DAY && reading.shapes().stream().anyMatch(Shape::byBucket);
        return finer ? List.of(new Segment(Source.LEDGER, plan.window())) : planner.byUser(plan.window());
    }

    private Facts<UsageTotals> sums(Reading reading, List<Segment> segments, boolean byUser, TrendPlan trends) {
        if (reading.isEmpty() || segments.isEmpty()) {
            return empty(reading);
        }
        Grouping grouping = Grouping.of(reading, isStored(segments));
        List<String> columns = reading.ingredients().stream()
                .flatMap(ingredient -> ingredient.columns().stream())
                .toList();
        CellQuery query =
                new CellQuery(organization, segments, byUser, trends.byMinute(), columns, grouping, restriction);
        Map<Shape, List<Fact<UsageTotals>>> facts = new HashMap<>();
        shapes(grouping).forEach(shape -> facts.put(shape, new ArrayList<>()));
        for (Record row : bound.fetch(query.render())) {
            FactKey key = FactReader.key(row);
            Objects.requireNonNull(facts.get(grouping.shapeOf(key.attribution())))
                    .add(new Fact<>(key, FactReader.totals(row)));
            cellsRead += row.get(CellQuery.CELLS);
        }
        segments.forEach(segment -> sources.add(segment.source()));
        return new Facts<>(facts);
    }

    private Facts<Sketches> sketches(Reading reading, List<Segment> segments, TrendPlan trends) {
        if (reading.isEmpty() || segments.isEmpty()) {
            return empty(reading);
        }
        Grouping grouping = Grouping.of(reading, isStored(segments));
        SketchCollector collector = new SketchCollector(grouping);
        List<Segment> cells = segments.stream()
                .filter(segment -> segment.source() != Source.LEDGER)
                .toList();
        if (!cells.isEmpty()) {
            SketchQuery query = new SketchQuery(organization, cells, reading.ingredients(), grouping, restriction);
            bound.fetch(query.render()).forEach(collector::addStored);
        }
        segments.stream()
                .filter(segment -> segment.source() == Source.LEDGER)
                .map(segment -> samples(reading, segment.window(), trends))
                .forEach(query -> bound.fetch(query.render()).forEach(collector::addSample));
        segments.forEach(segment -> sources.add(segment.source()));
        cellsRead += collector.read();
        return collector.facts();
    }

    private SampleQuery samples(Reading reading, TimeWindow window, TrendPlan trends) {
        return new SampleQuery(
                organization,
                window,
                trends.byMinute(),
                reading.ingredients().contains(Ingredient.LATENCY_SKETCH),
                reading.ingredients().contains(Ingredient.USER_SKETCH),
                reading.finest(),
                restriction);
    }

    private boolean isStored(List<Segment> segments) {
        return restriction.takesAllTogether()
                && segments.stream().noneMatch(segment -> segment.source() == Source.LEDGER);
    }

    private static <T> Facts<T> empty(Reading reading) {
        Map<Shape, List<Fact<T>>> facts = new HashMap<>();
        reading.shapes().forEach(shape -> facts.put(shape, List.of()));
        return new Facts<>(facts);
    }

    private static Stream<Shape> shapes(Grouping grouping) {
        return Stream.of(grouping.attributed(), grouping.plain()).filter(Objects::nonNull);
    }
}
