package dev.tollgate.analytics;

import dev.tollgate.graphql.Connection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** The numbers of a slice, or of a row of one, by dimension: a page of rows, and what lies beyond it. */
public final class UsageBreakdown {

    private final SliceData data;
    private final FactGroup group;
    private final BreakdownAsked asked;
    private final Function<TrendAsked, TrendPoints> trends;
    private final Lazy<Division<RowKey>> division;
    private final Lazy<Page> page;

    /** The rows of the page, and the keys of those that are not on it. */
    private record Page(List<UsageBreakdownRow> rows, boolean hasPrevious, boolean hasNext, List<RowKey> others) {}

    UsageBreakdown(SliceData data, FactGroup group, BreakdownAsked asked, Function<TrendAsked, TrendPoints> trends) {
        this.data = data;
        this.group = group;
        this.asked = asked;
        this.trends = trends;
        this.division = new Lazy<>(this::division);
        this.page = new Lazy<>(this::page);
    }

    /** The rows of the page. */
    public Connection<UsageBreakdownRow> rows() {
        Page read = page.get();
        return Connection.of(
                read.rows(),
                row -> row.place().cursor(),
                read.hasPrevious(),
                read.hasNext(),
                read.rows().size() + read.others().size());
    }

    /** The numbers of all rows together. */
    public UsageMetrics totals() {
        return data.metrics(group);
    }

    /** The numbers of all rows that are not on the page. */
    public UsageMetrics other() {
        return data.metrics(division.get().parts(page.get().others()));
    }

    /** How many rows are not on the page. */
    public long otherCount() {
        return page.get().others().size();
    }

    private Division<RowKey> division() {
        return group.divide(asked.divider().shape(), key -> asked.divider().key(key, data.dictionary()));
    }

    private Page page() {
        List<UsageBreakdownRow> sorted = sorted();
        int from = asked.after() == null ? 0 : after(sorted, asked.after());
        int to = Math.min(sorted.size(), from + asked.first());
        List<UsageBreakdownRow> others = new ArrayList<>(sorted.subList(0, from));
        others.addAll(sorted.subList(to, sorted.size()));
        return new Page(
                List.copyOf(sorted.subList(from, to)),
                from > 0,
                to < sorted.size(),
                others.stream().map(row -> row.place().key()).toList());
    }

    private List<UsageBreakdownRow> sorted() {
        return division.get().keys().stream()
                .map(key -> row(key, division.get().part(key)))
                .sorted(Comparator.comparing(UsageBreakdownRow::place, RowPlace.order(asked.direction())))
                .toList();
    }

    private UsageBreakdownRow row(RowKey key, FactGroup part) {
        return new UsageBreakdownRow(data, part, key, asked, trends);
    }

    /** The first row behind the place, also when the row that was there has moved. */
    private int after(List<UsageBreakdownRow> sorted, String cursor) {
        RowPlace place = RowPlace.of(cursor, asked.divider().size());
        int from = 0;
        while (from < sorted.size()
                && RowPlace.order(asked.direction()).compare(sorted.get(from).place(), place) <= 0) {
            from++;
        }
        return from;
    }
}
