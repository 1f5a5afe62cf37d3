package dev.tollgate.analytics;

import static dev.tollgate.analytics.CellTable.EVENT;
import static dev.tollgate.analytics.CellTable.OCCURRED_AT;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.TimeWindow;
import java.time.ZoneOffset;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Single events of the ledger, newest first. Those that are not in the cells yet are left out, so that a page shows what the
 * numbers beside it count.
 *
 * @param organization whose
 * @param window when they occurred
 * @param restriction what is let through
 */
record EventQuery(OrganizationId organization, TimeWindow window, Restriction restriction) {

    private static final Field<String> EVENT_ID = CellTable.event("event_id", String.class);

    /** A page, and one event more when there are more. */
    ResultQuery<Record> page(EventPage page) {
        return select(EVENT.asterisk())
                .from(EVENT)
                .where(visible())
                .and(after(page.after()))
                .orderBy(OCCURRED_AT.desc(), EVENT_ID.desc())
                .limit(page.first() + 1);
    }

    /** How many there are in all. */
    ResultQuery<Record1<Integer>> count() {
        return DSL.select(DSL.count()).from(EVENT).where(visible());
    }

    private Condition visible() {
        return CellTable.within(OCCURRED_AT, organization, window)
                .and(CellTable.rolledUp(organization))
                .and(restriction.on(CellTable.EVENT_ATTRIBUTION, CellTable.EVENT_USER));
    }

    private static Condition after(EventPage.@Nullable Position place) {
        return place == null
                ? DSL.noCondition()
                : row(OCCURRED_AT, EVENT_ID).lt(val(place.occurredAt().atOffset(ZoneOffset.UTC)), val(place.id()));
    }
}
