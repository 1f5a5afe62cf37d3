package dev.tollgate.analytics;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.function.Function;
import java.util.function.Predicate;

/** Which rows of a comparison are told, and in which order. A row has something in a period when it has a call there. */
@SuppressWarnings("ImmutableEnumChecker") // the functions have no state
public enum ComparisonSelection {
    /** All, largest current value first. */
    ROWS(row -> true, row -> row.change().current()),
    /** Those with nothing in the other period, largest first. */
    NEW(ComparisonRow::isNew, row -> row.change().current()),
    /** Those with nothing any more, formerly largest first. */
    GONE(ComparisonRow::isGone, row -> row.change().baseline()),
    /** Those that rose, by the most first. */
    GROWING(row -> row.change().absolute().signum() > 0, row -> row.change().absolute()),
    /** Those that fell, by the most first. */
    DECLINING(
            row -> row.change().absolute().signum() < 0,
            row -> row.change().absolute().negate());

    private final Predicate<ComparisonRow> selected;
    private final Function<ComparisonRow, BigDecimal> size;

    ComparisonSelection(Predicate<ComparisonRow> selected, Function<ComparisonRow, BigDecimal> size) {
        this.selected = selected;
        this.size = size;
    }

    boolean takes(ComparisonRow row) {
        return selected.test(row);
    }

    Comparator<ComparisonRow> largestFirst() {
        return Comparator.comparing(size).reversed();
    }
}
