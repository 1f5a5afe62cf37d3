package dev.tollgate.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.tenancy.PartitionedTable.Width;
import dev.tollgate.testing.TestClock;
import dev.tollgate.testing.TestServers;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Partitions of tables in a database of the test's own, at moments that the test chooses. */
class PartitionKeeperTests {

    private static final PartitionedTable DAYS = new PartitionedTable("day_thing", Width.DAY, Period.ofDays(2));
    private static final PartitionedTable MONTHS = new PartitionedTable("month_thing", Width.MONTH, Period.ofMonths(2));

    private final OwnerDatabase owner =
            new OwnerDatabase(new DriverManagerDataSource(TestServers.newDatabaseUrl(), "postgres", ""));
    private final DSLContext sql = owner.sql();
    private final TestClock clock = new TestClock();
    private final PartitionKeeper keeper = new PartitionKeeper(owner, List.of(DAYS, MONTHS), clock);

    @BeforeEach
    void createTables() {
        clock.set(Instant.parse("2024-02-28T23:59:59Z"));
        for (PartitionedTable table : List.of(DAYS, MONTHS)) {
            sql.execute("CREATE TABLE %s (at timestamptz NOT NULL, PRIMARY KEY (at)) PARTITION BY RANGE (at)"
                    .formatted(table.name()));
        }
    }

    @Test
    void makesThoseOfTheRetentionAndThreeAhead() {
        keeper.keep();

        assertThat(partitions(DAYS))
                .containsExactly(
                        "day_thing_p20240226",
                        "day_thing_p20240227",
                        "day_thing_p20240228",
                        "day_thing_p20240229",
                        "day_thing_p20240301",
                        "day_thing_p20240302");
        assertThat(partitions(MONTHS))
                .containsExactly(
                        "month_thing_p20231201",
                        "month_thing_p20240101",
                        "month_thing_p20240201",
                        "month_thing_p20240301",
                        "month_thing_p20240401",
                        "month_thing_p20240501");
    }

    @Test
    void holdsRowsFromTheFirstMomentOfThePartitionToTheLast() {
        keeper.keep();

        insert(DAYS, "2024-02-26T00:00:00Z");
        insert(DAYS, "2024-03-02T23:59:59.999999Z");

        assertThatThrownBy(() -> insert(DAYS, "2024-02-25T23:59:59.999999Z"))
                .hasMessageContaining("no partition of relation");
        assertThatThrownBy(() -> insert(DAYS, "2024-03-03T00:00:00Z")).hasMessageContaining("no partition of relation");
    }

    @Test
    void changesNothingWhenAllIsThere() {
        keeper.keep();
        insert(DAYS, "2024-02-28T12:00:00Z");
        List<String> before = partitions(DAYS);

        keeper.keep();

        assertThat(partitions(DAYS)).isEqualTo(before);
        assertThat(rows(DAYS)).isEqualTo(1);
    }

    @Test
    void dropsWhatIsPastRetentionWithItsRowsAndKeepsTheRest() {
        keeper.keep();
        insert(DAYS, "2024-02-26T12:00:00Z");
        insert(DAYS, "2024-02-27T12:00:00Z");
        insert(DAYS, "2024-02-28T12:00:00Z");

        clock.set(Instant.parse("2024-02-29T00:00:00Z"));
        keeper.keep();

        assertThat(partitions(DAYS)).startsWith("day_thing_p20240227").endsWith("day_thing_p20240303");
        assertThat(rows(DAYS)).isEqualTo(2);
        assertThat(sql.fetchSingle("SELECT count(*) FROM pg_class WHERE relname = 'day_thing_p20240226'")
                        .get(0, Long.class))
                .isZero();
    }

    @Test
    void makesUpForALongTimeAway() {
        keeper.keep();

        clock.set(Instant.parse("2025-07-31T08:00:00Z"));
        keeper.keep();

        assertThat(partitions(DAYS)).startsWith("day_thing_p20250729").hasSize(6);
        assertThat(partitions(MONTHS)).startsWith("month_thing_p20250501").hasSize(6);
    }

    @Test
    void leavesPartitionsThatSomebodyElseMade() {
        sql.execute("CREATE TABLE archive PARTITION OF day_thing FOR VALUES FROM ('1999-01-01') TO ('2000-01-01')");

        keeper.keep();

        assertThat(partitions(DAYS)).contains("archive");
    }

    @Test
    void isDoneByOneNodeWhenSeveralStartTogether() {
        List<PartitionKeeper> nodes = IntStream.range(0, 4)
                .mapToObj(node -> new PartitionKeeper(owner, List.of(DAYS, MONTHS), clock))
                .toList();

        nodes.parallelStream().forEach(PartitionKeeper::keep);

        assertThat(partitions(DAYS)).hasSize(6);
        assertThat(partitions(MONTHS)).hasSize(6);
    }

    @Test
    void makesNewOnesEvenWhileALongReaderKeepsAnOldOne() {
        keeper.keep();
        insert(DAYS, "2024-02-26T12:00:00Z");
        clock.set(Instant.parse("2024-03-01T00:00:00Z"));

        sql.transaction(reader -> {
            assertThat(rows(reader.dsl(), DAYS)).isEqualTo(1);
            keeper.keep();
        });
        assertThat(partitions(DAYS)).contains("day_thing_p20240226", "day_thing_p20240304");

        keeper.keep();
        assertThat(partitions(DAYS)).startsWith("day_thing_p20240228");
    }

    @Test
    void failsWhenATableIsMissing() {
        PartitionKeeper lost =
                new PartitionKeeper(owner, List.of(new PartitionedTable("absent", Width.DAY, Period.ofDays(1))), clock);

        assertThatThrownBy(lost::keep).isInstanceOf(DataAccessException.class);
    }

    private List<String> partitions(PartitionedTable table) {
        return sql
                .fetchValues(
                        "SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid"
                                + " WHERE i.inhparent = to_regclass(?) ORDER BY 1",
                        table.name())
                .stream()
                .map(Object::toString)
                .toList();
    }

    private void insert(PartitionedTable table, String at) {
        sql.execute("INSERT INTO %s VALUES (?::timestamptz)".formatted(table.name()), at);
    }

    private long rows(PartitionedTable table) {
        return rows(sql, table);
    }

    private static long rows(DSLContext sql, PartitionedTable table) {
        return sql.fetchCount(org.jooq.impl.DSL.table(table.name()));
    }
}
