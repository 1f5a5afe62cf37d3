package dev.tollgate.alert;

import dev.tollgate.analytics.Axis;
import dev.tollgate.analytics.BaselineAsked;
import dev.tollgate.analytics.BreakdownAsked;
import dev.tollgate.analytics.CalendarPeriod;
import dev.tollgate.analytics.ComparisonBaseline;
import dev.tollgate.analytics.ComparisonRow;
import dev.tollgate.analytics.ComparisonSelection;
import dev.tollgate.analytics.DimensionKey;
import dev.tollgate.analytics.Divider;
import dev.tollgate.analytics.FilterArgument;
import dev.tollgate.analytics.MetricChange;
import dev.tollgate.analytics.Needs;
import dev.tollgate.analytics.RangeAsked;
import dev.tollgate.analytics.Shape;
import dev.tollgate.analytics.SliceAsked;
import dev.tollgate.analytics.SliceRequest;
import dev.tollgate.analytics.SortDirection;
import dev.tollgate.analytics.UsageBreakdownRow;
import dev.tollgate.analytics.UsageComparison;
import dev.tollgate.analytics.UsageMetric;
import dev.tollgate.analytics.UsageMetrics;
import dev.tollgate.analytics.UsageSlice;
import dev.tollgate.analytics.UsageSlices;
import dev.tollgate.organization.Organization;
import dev.tollgate.usage.UsageDimension;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks analytics what rules are about: the whole slice, or each value of a dimension, the largest first. */
@Component
class UsageReadings {

    private static final BaselineAsked BEFORE = new BaselineAsked(ComparisonBaseline.PREVIOUS_PERIOD, null);
    private static final int ALL = Integer.MAX_VALUE;

    private final UsageSlices slices;
    private final FilterArgument filters;
    private final SubjectNames names;

    UsageReadings(UsageSlices slices, FilterArgument filters, SubjectNames names) {
        this.slices = slices;
        this.filters = filters;
        this.names = names;
    }

    /** A metric in a window; a subject of which there is nothing to measure is not there. */
    Map<AlertSubject, BigDecimal> values(
            Organization organization, AlertRule rule, UsageMetric metric, RangeAsked range) {
        Divider divider = divider(rule.groupBy());
        UsageSlice slice = slices.read(asked(organization, rule, range), SliceRequest.of(needs(divider, metric)));
        Map<AlertSubject, BigDecimal> values = new LinkedHashMap<>();
        if (divider == null) {
            put(values, AlertSubject.WHOLE, metric, slice.metrics());
        } else {
            List<UsageBreakdownRow> rows = slice.breakdown(
                            new BreakdownAsked(divider, metric, SortDirection.DESC, ALL, null))
                    .rows()
                    .nodes();
            Map<String, String> called = names.of(
                    organization,
                    rule,
                    rows.stream().map(row -> row.keys().getFirst()).toList());
            rows.forEach(row -> put(values, subject(rule, row.keys().getFirst(), called), metric, row.metrics()));
        }
        return values;
    }

    /** A rate of no calls is not 0: there is nothing to tell of it. */
    private static void put(
            Map<AlertSubject, BigDecimal> values, AlertSubject subject, UsageMetric metric, UsageMetrics metrics) {
        if (metric.isMeasured(metrics)) {
            values.put(subject, metric.of(metrics));
        }
    }

    /** A metric in a window against the period before; a subject of which there is nothing to measure in the window is not there. */
    Map<AlertSubject, MetricChange> changes(
            Organization organization, AlertRule rule, UsageMetric metric, RangeAsked range) {
        Divider divider = divider(rule.groupBy());
        SliceRequest request = SliceRequest.of(BEFORE, needs(divider, metric));
        UsageSlice slice = slices.read(asked(organization, rule, range), request);
        UsageComparison comparison = slice.comparison(BEFORE);
        Map<AlertSubject, MetricChange> changes = new LinkedHashMap<>();
        if (divider == null) {
            if (metric.isMeasured(slice.metrics())) {
                changes.put(AlertSubject.WHOLE, comparison.change(metric));
            }
        } else {
            List<ComparisonRow> rows = comparison.rows(ComparisonSelection.ROWS, divider, metric, ALL).stream()
                    .filter(row -> metric.isMeasured(row.current()))
                    .toList();
            Map<String, String> called = names.of(
                    organization,
                    rule,
                    rows.stream().map(row -> row.keys().getFirst()).toList());
            rows.forEach(row -> changes.put(subject(rule, row.keys().getFirst(), called), row.change()));
        }
        return changes;
    }

    /** The cost of the month so far. */
    Map<AlertSubject, BigDecimal> costOfMonth(Organization organization, AlertRule rule) {
        return values(organization, rule, UsageMetric.COST, new RangeAsked.Calendar(CalendarPeriod.THIS_MONTH));
    }

    private SliceAsked asked(Organization organization, AlertRule rule, RangeAsked range) {
        return new SliceAsked(organization, range, filters.of(Map.of("filter", rule.filter())));
    }

    private static Needs needs(@Nullable Divider divider, UsageMetric metric) {
        return Needs.of(divider == null ? Shape.WHOLE : divider.shape(), metric.ingredients());
    }

    private static @Nullable Divider divider(@Nullable UsageDimension dimension) {
        return dimension == null ? null : new Divider(List.of(new Axis.OfDimension(dimension)));
    }

    private static AlertSubject subject(AlertRule rule, DimensionKey group, Map<String, String> names) {
        return AlertSubject.of(Objects.requireNonNull(rule.groupBy()), group.value(), names);
    }
}
