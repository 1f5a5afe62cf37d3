package dev.tollgate.analytics;

import static dev.tollgate.analytics.CellTable.ATTRIBUTION;
import static dev.tollgate.analytics.CellTable.BUCKET;
import static dev.tollgate.analytics.CellTable.USER;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;

import dev.tollgate.core.OrganizationId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * One statement that adds up cells, all segments and shapes in one scan. Its rows are the grouping's keys, the columns, and how
 * many cells went in.
 *
 * @param organization whose cells
 * @param segments what is read
 * @param byUser whether to read the cells kept apart by user, in place of day cells
 * @param byMinute whether the ledger is parted by minute, else by quarter of an hour
 * @param columns the columns to add up
 * @param grouping what sums are kept apart by
 * @param restriction what is let through
 */
record CellQuery(
        OrganizationId organization,
        List<Segment> segments,
        boolean byUser,
        boolean byMinute,
        List<String> columns,
        Grouping grouping,
        Restriction restriction) {

    static final Field<Integer> CELLS = field(name("cells"), Integer.class);

    ResultQuery<Record> render() {
        Select<Record> cells = segments.stream()
                .map(this::read)
                .reduce(Select::unionAll)
                .orElseThrow(() -> new IllegalArgumentException("nothing to read"));
        return select(sums()).from(cells.asTable("c")).groupBy(grouping.groups());
    }

    private List<SelectField<?>> sums() {
        List<SelectField<?>> fields = new ArrayList<>(grouping.keys());
        columns.forEach(column -> fields.add(sum(column)));
        fields.add(DSL.count().as(CELLS));
        return fields;
    }

    private static Field<?> sum(String column) {
        return switch (column) {
            case "latency_min" -> min(field(name(column), Integer.class)).as(column);
            case "latency_max" -> max(field(name(column), Integer.class)).as(column);
            default -> DSL.sum(field(name(column), BigDecimal.class)).as(column);
        };
    }

    private Select<Record> read(Segment segment) {
        return segment.source() == Source.LEDGER ? readLedger(segment) : readCells(segment);
    }

    private Select<Record> readCells(Segment segment) {
        List<SelectField<?>> fields = new ArrayList<>(List.of(ATTRIBUTION, BUCKET));
        if (byUser) {
            fields.add(USER);
        }
        columns.forEach(column -> fields.add(field(name(column))));
        return select(fields)
                .from(cells(segment.source()))
                .where(CellTable.within(BUCKET, organization, segment.window()))
                .and(grouping.cells())
                .and(restriction.on(ATTRIBUTION, USER));
    }

    private Table<Record> cells(Source source) {
        return table(name(
                byUser ? "usage_user_cell_day" : "usage_cell_" + source.name().toLowerCase(Locale.ROOT)));
    }

    private Select<Record> readLedger(Segment segment) {
        List<SelectField<?>> fields = new ArrayList<>();
        fields.add(CellTable.EVENT_ATTRIBUTION);
        fields.add(CellTable.eventBucket(byMinute).as(BUCKET));
        if (byUser) {
            fields.add(CellTable.EVENT_USER.as(USER));
        }
        columns.forEach(column -> fields.add(CellTable.ofEvent(column)));
        Condition visible = CellTable.within(CellTable.OCCURRED_AT, organization, segment.window());
        return select(fields)
                .from(CellTable.EVENT)
                .where(visible)
                .and(CellTable.rolledUp(organization))
                .and(restriction.on(CellTable.EVENT_ATTRIBUTION, CellTable.EVENT_USER));
    }
}
