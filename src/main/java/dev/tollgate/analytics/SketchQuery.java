package dev.tollgate.analytics;

import static dev.tollgate.analytics.CellTable.ATTRIBUTION;
import static dev.tollgate.analytics.CellTable.BUCKET;
import static dev.tollgate.analytics.CellTable.USER;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import dev.tollgate.core.OrganizationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectField;

/**
 * One statement that reads the stored sketches of cells, to be merged here.
 *
 * @param organization whose
 * @param segments what is read, none of it the ledger
 * @param ingredients which sketches
 * @param grouping which cells are needed
 * @param restriction what is let through
 */
record SketchQuery(
        OrganizationId organization,
        List<Segment> segments,
        Set<Ingredient> ingredients,
        Grouping grouping,
        Restriction restriction) {

    static final Field<byte[]> LATENCY = field(name("latency"), byte[].class);
    static final Field<byte[]> USERS = field(name("users"), byte[].class);

    Select<Record> render() {
        return segments.stream()
                .map(this::read)
                .reduce(Select::unionAll)
                .orElseThrow(() -> new IllegalArgumentException("nothing to read"));
    }

    private Select<Record> read(Segment segment) {
        List<SelectField<?>> fields = new ArrayList<>(List.of(ATTRIBUTION, BUCKET));
        if (ingredients.contains(Ingredient.LATENCY_SKETCH)) {
            fields.add(LATENCY);
        }
        if (ingredients.contains(Ingredient.USER_SKETCH)) {
            fields.add(USERS);
        }
        String grain = segment.source().name().toLowerCase(Locale.ROOT);
        return select(fields)
                .from(table(name("usage_sketch_" + grain)))
                .where(CellTable.within(BUCKET, organization, segment.window()))
                .and(grouping.cells())
                .and(restriction.on(ATTRIBUTION, USER));
    }
}
