package dev.tollgate.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.TimeWindow;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class CellQueryTests {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final TimeWindow HOUR = new TimeWindow(NOON, NOON.plusSeconds(3_600));
    private static final Restriction TWO = new Restriction(new TreeSet<>(Set.of(3L, 5L)), null, null);
    private static final String TIMES = "\"bucket\" >= timestamp with time zone '2026-05-01 12:00:00+00:00' and "
            + "\"bucket\" < timestamp with time zone '2026-05-01 13:00:00+00:00'";
    private static final String OF =
            "where (\"organization_id\" = cast('00000000-0000-0000-0000-000000000007' as uuid) and " + TIMES;

    @Test
    void readsTheCellsOfAllForTotalsAndTrends() {
        assertThat(sql(Source.DAY, Restriction.NONE, Shape.WHOLE, Shape.BUCKET))
                .isEqualTo(
                        "select \"bucket\" as \"bucket\", sum(\"requests\") as \"requests\", count(*) as \"cells\" from ("
                                + "select \"attribution_id\", \"bucket\", \"requests\" from \"usage_cell_day\" " + OF
                                + " and \"attribution_id\" = 0)) as \"c\" group by \"bucket\"");
    }

    @Test
    void readsSingleAttributionsAndThoseOfAllInOneScan() {
        assertThat(sql(Source.HOUR, Restriction.NONE, Shape.ATTRIBUTION, Shape.BUCKET))
                .isEqualTo(
                        "select \"attribution_id\" as \"attribution_id\", "
                                + "case when \"attribution_id\" = 0 then \"bucket\" end as \"bucket\", "
                                + "sum(\"requests\") as \"requests\", count(*) as \"cells\" from ("
                                + "select \"attribution_id\", \"bucket\", \"requests\" from \"usage_cell_hour\" " + OF
                                + ")) as \"c\" group by \"attribution_id\", case when \"attribution_id\" = 0 then \"bucket\" end");
    }

    @Test
    void addsUpSomeAttributionsInAllShapesAtOnce() {
        assertThat(sql(Source.DAY, TWO, Shape.ATTRIBUTION, Shape.BUCKET))
                .contains("and \"attribution_id\" <> 0 and \"attribution_id\" = any (cast('{3,5}' as bigint[]))")
                .endsWith("group by grouping sets ((\"attribution_id\"), (\"bucket\"))");
    }

    @Test
    void readsNothingTwiceWhenTheFinestShapeCoversAll() {
        assertThat(sql(Source.DAY, Restriction.NONE, Shape.BUCKET, Shape.ATTRIBUTION.and(Shape.BUCKET)))
                .contains("\"attribution_id\" <> 0")
                .endsWith("group by \"attribution_id\", \"bucket\"");
    }

    @Test
    void seesTheLedgerAsCells() {
        assertThat(sql(Source.LEDGER, Restriction.NONE, Shape.BUCKET))
                .contains("date_bin(cast('15 minutes' as interval), \"e\".\"occurred_at\"")
                .contains("\"e\".\"request_count\" as \"requests\" from \"usage_event\" as \"e\"")
                .contains("not exists (select 1 as \"one\" from \"usage_batch\" as \"b\"")
                .endsWith("group by \"bucket\"");
    }

    private static String sql(Source source, Restriction restriction, Shape... shapes) {
        boolean stored = source != Source.LEDGER && restriction.takesAllTogether();
        Reading reading = new Reading(Set.of(shapes), Set.of(Ingredient.REQUESTS));
        CellQuery query = new CellQuery(
                new OrganizationId(new UUID(0, 7)),
                List.of(new Segment(source, HOUR)),
                false,
                false,
                Ingredient.REQUESTS.columns(),
                Grouping.of(reading, stored),
                restriction);
        return DSL.using(SQLDialect.POSTGRES).renderInlined(query.render());
    }
}
