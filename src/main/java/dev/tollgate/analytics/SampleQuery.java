package dev.tollgate.analytics;

import static dev.tollgate.analytics.CellTable.ATTRIBUTION;
import static dev.tollgate.analytics.CellTable.BUCKET;
import static dev.tollgate.analytics.CellTable.USER;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.TimeWindow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.SelectField;

/**
 * One statement that reads from the ledger what sketches are made of, where no stored sketch answers: how many samples there are
 * of each attribution, bucket, user and latency that are to be kept apart.
 *
 * @param organization whose
 * @param window the stretch of time
 * @param byMinute whether to part it by minute, else by quarter of an hour
 * @param latencies whether latencies are wanted
 * @param users whether users are wanted
 * @param shape what is kept apart
 * @param restriction what is let through
 */
record SampleQuery(
        OrganizationId organization,
        TimeWindow window,
        boolean byMinute,
        boolean latencies,
        boolean users,
        Shape shape,
        Restriction restriction) {

    static final Field<Integer> LATENCY = field(name("latency_ms"), Integer.class);
    static final Field<Long> SAMPLES = field(name("samples"), Long.class);

    ResultQuery<Record> render() {
        Map<Field<?>, Field<?>> keys = keys();
        List<SelectField<?>> selected = new ArrayList<>();
        keys.forEach((name, key) -> selected.add(key.as(name)));
        selected.add(count().cast(Long.class).as(SAMPLES));
        return select(selected)
                .from(CellTable.EVENT)
                .where(CellTable.within(CellTable.OCCURRED_AT, organization, window))
                .and(CellTable.rolledUp(organization))
                .and(restriction.on(CellTable.EVENT_ATTRIBUTION, CellTable.EVENT_USER))
                .groupBy(keys.values());
    }

    private Map<Field<?>, Field<?>> keys() {
        Map<Field<?>, Field<?>> keys = new LinkedHashMap<>();
        if (shape.byAttribution()) {
            keys.put(ATTRIBUTION, CellTable.EVENT_ATTRIBUTION);
        }
        if (shape.byBucket()) {
            keys.put(BUCKET, CellTable.eventBucket(byMinute));
        }
        if (users || shape.byUser()) {
            keys.put(USER, CellTable.EVENT_USER);
        }
        if (latencies) {
            keys.put(LATENCY, CellTable.LATENCY_MS);
        }
        return keys;
    }
}
