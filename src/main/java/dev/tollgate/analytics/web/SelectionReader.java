package dev.tollgate.analytics.web;

import dev.tollgate.analytics.BaselineAsked;
import dev.tollgate.analytics.EventPage;
import dev.tollgate.analytics.Ingredient;
import dev.tollgate.analytics.MetricField;
import dev.tollgate.analytics.Needs;
import dev.tollgate.analytics.Shape;
import dev.tollgate.analytics.SliceRequest;
import dev.tollgate.analytics.TrendAsked;
import dev.tollgate.analytics.UsageMetric;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds out what a selected {@code usage} field needs, so that nothing else is read. A part that will refuse its own arguments
 * needs nothing: it says so itself, at its place in the answer. What is below rows is refused here, once and not at every row.
 */
final class SelectionReader {

    private static final Set<Ingredient> CALLS = MetricField.REQUESTS.ingredients();

    private SelectionReader() {}

    /** All that the selection of a {@code usage} field needs. */
    static SliceRequest usage(Selected usage) {
        return usage.children().stream().map(SelectionReader::part).reduce(SliceRequest.NOTHING, SliceRequest::plus);
    }

    private static SliceRequest part(Selected part) {
        return UsageArguments.areRefused(part) ? SliceRequest.NOTHING : needsOf(part);
    }

    private static SliceRequest needsOf(Selected part) {
        return switch (part.name()) {
            case "metrics" -> SliceRequest.of(metrics(part, Shape.WHOLE));
            case "trend" -> trend(part);
            case "breakdown" -> breakdown(part);
            case "comparison" -> comparison(part);
            case "topUsers" -> topUsers(part);
            case "events" -> events(part);
            default -> SliceRequest.NOTHING;
        };
    }

    private static SliceRequest trend(Selected trend) {
        TrendAsked asked = UsageArguments.trend(trend.arguments());
        Needs points = metrics(trend.at("points", "metrics"), Shape.BUCKET);
        Needs analysis = trend.has("analysis") ? metric(trend.arguments().metric("metric"), Shape.BUCKET) : Needs.NONE;
        return SliceRequest.of(asked, points.plus(analysis));
    }

    private static SliceRequest breakdown(Selected breakdown) {
        return rows(breakdown, Shape.WHOLE, breakdown.arguments().metric("orderBy"));
    }

    /** A breakdown of a group that is told apart by the given shape. */
    private static SliceRequest rows(Selected breakdown, Shape group, UsageMetric orderBy) {
        Shape shape = group.and(UsageArguments.divider(breakdown.arguments()).shape());
        Needs needs = metrics(breakdown.at("totals"), group)
                .plus(metrics(breakdown.at("other"), shape))
                .plus(metric(orderBy, shape))
                .plus(Needs.of(shape, CALLS));
        return rowFields(breakdown)
                .map(row -> row(row, shape, orderBy))
                .reduce(SliceRequest.of(needs), SliceRequest::plus);
    }

    private static SliceRequest row(Selected field, Shape shape, UsageMetric orderBy) {
        return switch (field.name()) {
            case "metrics" -> SliceRequest.of(metrics(field, shape));
            case "share" -> SliceRequest.of(share(orderBy, shape));
            case "direction" -> SliceRequest.of(TrendAsked.INFERRED, metric(orderBy, shape.and(Shape.BUCKET)));
            case "breakdown" -> nested(field, shape, orderBy);
            default -> SliceRequest.NOTHING;
        };
    }

    private static SliceRequest nested(Selected breakdown, Shape group, UsageMetric orderBy) {
        UsageArguments.rows(breakdown.arguments());
        return rows(breakdown, group, orderBy);
    }

    private static SliceRequest comparison(Selected comparison) {
        BaselineAsked asked = UsageArguments.baseline(comparison.arguments());
        return comparison.children().stream()
                .map(SelectionReader::compared)
                .reduce(Needs::plus)
                .map(needs -> SliceRequest.of(asked, needs))
                .orElse(SliceRequest.NOTHING);
    }

    private static Needs compared(Selected part) {
        return UsageArguments.areRefused(part) ? Needs.NONE : comparedNeeds(part);
    }

    private static Needs comparedNeeds(Selected part) {
        return switch (part.name()) {
            case "baselineMetrics" -> metrics(part, Shape.WHOLE);
            case "changes" -> all(Arrays.stream(UsageMetric.values()), metric -> metric(metric, Shape.WHOLE));
            case "change" -> metric(part.arguments().metric("metric"), Shape.WHOLE);
            case "rows", "newRows", "goneRows", "topGrowing", "topDeclining" -> comparedRows(part);
            default -> Needs.NONE;
        };
    }

    private static Needs comparedRows(Selected rows) {
        Shape shape = UsageArguments.divider(rows.arguments()).shape();
        return metrics(Stream.concat(rows.at("current"), rows.at("baseline")), shape)
                .plus(metric(rows.arguments().metric("metric"), shape))
                .plus(Needs.of(shape, CALLS));
    }

    private static SliceRequest topUsers(Selected topUsers) {
        UsageMetric orderBy = topUsers.arguments().metric("orderBy");
        Needs share = topUsers.has("share") ? share(orderBy, Shape.USER) : Needs.NONE;
        return SliceRequest.of(
                metrics(topUsers.at("metrics"), Shape.USER).plus(share).plus(metric(orderBy, Shape.USER)));
    }

    private static SliceRequest events(Selected events) {
        EventPage page = UsageArguments.events(events.arguments());
        return SliceRequest.of(page, events.has("totalCount"));
    }

    private static Stream<Selected> rowFields(Selected breakdown) {
        return Stream.concat(breakdown.at("rows", "nodes"), breakdown.at("rows", "edges", "node"))
                .flatMap(row -> row.children().stream());
    }

    private static Needs share(UsageMetric orderBy, Shape shape) {
        return metric(orderBy.shared(), shape).plus(metric(orderBy.shared(), Shape.WHOLE));
    }

    private static Needs metrics(Stream<Selected> fields, Shape shape) {
        return all(fields, field -> metrics(field, shape));
    }

    /** What a selected {@code UsageMetrics} needs. */
    private static Needs metrics(Selected metrics, Shape shape) {
        metrics.at("latency", "percentileMs")
                .forEach(percentile -> UsageArguments.checkPercentile(percentile.arguments()));
        EnumSet<Ingredient> ingredients = EnumSet.noneOf(Ingredient.class);
        Stream.concat(metrics.names().stream(), metrics.at("latency").flatMap(latency -> latency.names().stream()))
                .flatMap(name -> MetricField.named(name).stream())
                .forEach(field -> ingredients.addAll(field.ingredients()));
        return Needs.of(shape, ingredients);
    }

    private static Needs metric(UsageMetric metric, Shape shape) {
        return Needs.of(shape, metric.ingredients());
    }

    private static <T> Needs all(Stream<T> parts, Function<T, Needs> needs) {
        return parts.map(needs).reduce(Needs.NONE, Needs::plus);
    }
}
