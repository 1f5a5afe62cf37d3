package dev.tollgate.analytics;

import static dev.tollgate.analytics.CellTable.ATTRIBUTION;
import static dev.tollgate.analytics.CellTable.BUCKET;
import static dev.tollgate.analytics.CellTable.USER;
import static org.jooq.impl.DSL.groupingSets;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import dev.tollgate.usage.AttributionId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.GroupField;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * How a statement keeps its sums apart, so that one scan gives all shapes.
 *
 * @param attributed the shape of the rows of single attributions; null: no such rows
 * @param plain the shape of the rows of all attributions together; null: no such rows
 * @param stored whether the plain rows come from the cells that stand for all attributions, so that nothing is added up twice
 */
record Grouping(@Nullable Shape attributed, @Nullable Shape plain, boolean stored) {

    private static final Condition OF_ALL = ATTRIBUTION.eq(inline(AttributionId.ALL.value()));
    private static final Condition OF_ONE = ATTRIBUTION.ne(inline(AttributionId.ALL.value()));

    /** The fewest rows that all shapes of a reading can be added up from. */
    static Grouping of(Reading reading, boolean stored) {
        Shape attributed = finest(reading, Shape::byAttribution);
        Shape plain = finest(reading, shape -> !shape.byAttribution());
        if (attributed != null && plain != null && attributed.covers(plain)) {
            plain = null;
        }
        return new Grouping(attributed, plain, stored);
    }

    /** The keys of the rows, under the names of the columns. */
    List<SelectField<?>> keys() {
        List<SelectField<?>> keys = new ArrayList<>();
        expressions().forEach((column, expression) -> keys.add(expression.as(column)));
        return keys;
    }

    List<GroupField> groups() {
        if (!stored && attributed != null && plain != null) {
            return List.of(groupingSets(columns(attributed), columns(plain)));
        }
        return List.copyOf(expressions().values());
    }

    /** Which cells are read. */
    Condition cells() {
        if (attributed != null && plain != null && stored) {
            return DSL.noCondition();
        }
        return stored && attributed == null ? OF_ALL : OF_ONE;
    }

    /** The shape of a row. */
    Shape shapeOf(AttributionId attribution) {
        Shape shape = attribution.equals(AttributionId.ALL) ? plain : attributed;
        if (shape == null) {
            throw new IllegalStateException("a row that was not asked for: " + attribution);
        }
        return shape;
    }

    private Map<Field<?>, Field<?>> expressions() {
        Map<Field<?>, Field<?>> expressions = new LinkedHashMap<>();
        if (attributed != null) {
            expressions.put(ATTRIBUTION, ATTRIBUTION);
        }
        put(expressions, BUCKET, Shape::byBucket);
        put(expressions, USER, Shape::byUser);
        return expressions;
    }

    private void put(Map<Field<?>, Field<?>> expressions, Field<?> column, Predicate<Shape> by) {
        boolean inAttributed = attributed != null && by.test(attributed);
        boolean inPlain = plain != null && by.test(plain);
        boolean always = !stored || attributed == null || plain == null || (inAttributed && inPlain);
        if (inAttributed || inPlain) {
            expressions.put(column, always ? column : when(inPlain ? OF_ALL : OF_ONE, column));
        }
    }

    private static List<Field<?>> columns(Shape shape) {
        List<Field<?>> columns = new ArrayList<>();
        if (shape.byAttribution()) {
            columns.add(ATTRIBUTION);
        }
        if (shape.byBucket()) {
            columns.add(BUCKET);
        }
        if (shape.byUser()) {
            columns.add(USER);
        }
        return columns;
    }

    private static @Nullable Shape finest(Reading reading, Predicate<Shape> which) {
        return reading.shapes().stream().filter(which).reduce(Shape::and).orElse(null);
    }
}
