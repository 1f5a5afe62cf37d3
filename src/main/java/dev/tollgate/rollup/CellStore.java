package dev.tollgate.rollup;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.TimeWindow;
import dev.tollgate.tenancy.BulkInsert;
import dev.tollgate.usage.AttributionId;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes cells: adds what a roll folded to what is stored. Every call runs in the caller's bound transaction. */
@Component
class CellStore {

    private static final String FIND_SKETCHES = """
            SELECT s.bucket, s.attribution_id, s.latency, s.users
              FROM %s AS s
              JOIN unnest(?::timestamptz[], ?::bigint[]) AS wanted(bucket, attribution_id)
                ON s.bucket = wanted.bucket AND s.attribution_id = wanted.attribution_id
             WHERE s.organization_id = ?
            """;

    private static final String ADD_TO_CELL = """
            ON CONFLICT (organization_id, bucket, attribution_id%2$s) DO UPDATE SET
              requests = %1$s.requests + excluded.requests,
              errors = %1$s.errors + excluded.errors,
              uncached_input_tokens = %1$s.uncached_input_tokens + excluded.uncached_input_tokens,
              cache_read_tokens = %1$s.cache_read_tokens + excluded.cache_read_tokens,
              cache_write_tokens = %1$s.cache_write_tokens + excluded.cache_write_tokens,
              output_tokens = %1$s.output_tokens + excluded.output_tokens,
              reasoning_tokens = %1$s.reasoning_tokens + excluded.reasoning_tokens,
              cost = %1$s.cost + excluded.cost,
              unpriced_requests = %1$s.unpriced_requests + excluded.unpriced_requests,
              latency_count = %1$s.latency_count + excluded.latency_count,
              latency_sum = %1$s.latency_sum + excluded.latency_sum,
              latency_min = least(%1$s.latency_min, excluded.latency_min),
              latency_max = greatest(%1$s.latency_max, excluded.latency_max)
            """;

    private static final String REPLACE_SKETCH = "ON CONFLICT (organization_id, bucket, attribution_id)"
            + " DO UPDATE SET latency = excluded.latency, users = excluded.users";

    private static final String USER_TABLE = "usage_user_cell_day";

    private static final List<String> TABLES = Stream.concat(
                    Stream.of(CellGrain.values()).flatMap(grain -> Stream.of(grain.cellTable(), grain.sketchTable())),
                    Stream.of(USER_TABLE))
            .toList();

    private final Map<CellGrain, BulkInsert<Map.Entry<CellKey, Cell>>> addCells = new EnumMap<>(CellGrain.class);
    private final Map<CellGrain, BulkInsert<Map.Entry<CellKey, Cell>>> putSketches = new EnumMap<>(CellGrain.class);
    private final BulkInsert<Map.Entry<UserCellKey, UsageTotals>> addUsers;

    CellStore() {
        for (CellGrain grain : CellGrain.values()) {
            addCells.put(grain, addCells(grain.cellTable()));
            putSketches.put(grain, putSketches(grain.sketchTable()));
        }
        BulkInsert.Builder<Map.Entry<UserCellKey, UsageTotals>> users =
                BulkInsert.<Map.Entry<UserCellKey, UsageTotals>>into(USER_TABLE)
                        .time("bucket", entry -> entry.getKey().cell().bucket())
                        .number(
                                "attribution_id",
                                entry -> entry.getKey().cell().attribution().value())
                        .text("user_id", entry -> entry.getKey().user());
        addUsers = totals(users, Map.Entry::getValue).ending(ADD_TO_CELL.formatted(USER_TABLE, ", user_id"));
    }

    /** Adds all that was folded, grain by grain, in key order. */
    void add(DSLContext bound, OrganizationId organization, CellFold fold) {
        bound.connection(connection -> {
            for (CellGrain grain : CellGrain.values()) {
                add(connection, organization, grain, fold.cells(grain));
            }
            addUsers.execute(connection, organization, List.copyOf(fold.users().entrySet()));
        });
    }

    /** Adds the cells of one grain. */
    void add(DSLContext bound, OrganizationId organization, CellGrain grain, NavigableMap<CellKey, Cell> cells) {
        bound.connection(connection -> add(connection, organization, grain, cells));
    }

    /** Deletes all cells whose bucket begins in the window. */
    void delete(DSLContext bound, OrganizationId organization, TimeWindow window) {
        for (String table : TABLES) {
            bound.execute(
                    "DELETE FROM {0} WHERE organization_id = {1} AND bucket >= {2} AND bucket < {3}",
                    name(table),
                    val(organization.value()),
                    val(window.from().atOffset(ZoneOffset.UTC)),
                    val(window.to().atOffset(ZoneOffset.UTC)));
        }
    }

    private void add(
            Connection connection, OrganizationId organization, CellGrain grain, NavigableMap<CellKey, Cell> cells)
            throws SQLException {
        if (cells.isEmpty()) {
            return;
        }
        mergeStoredSketches(connection, organization, grain, cells);
        List<Map.Entry<CellKey, Cell>> rows = List.copyOf(cells.entrySet());
        Objects.requireNonNull(addCells.get(grain)).execute(connection, organization, rows);
        List<Map.Entry<CellKey, Cell>> sketches =
                rows.stream().filter(row -> row.getValue().hasSketches()).toList();
        Objects.requireNonNull(putSketches.get(grain)).execute(connection, organization, sketches);
    }

    private static void mergeStoredSketches(
            Connection connection, OrganizationId organization, CellGrain grain, NavigableMap<CellKey, Cell> cells)
            throws SQLException {
        Map<CellKey, Cell> wanted = new TreeMap<>(cells);
        wanted.values().removeIf(cell -> !cell.hasSketches());
        try (PreparedStatement find = connection.prepareStatement(FIND_SKETCHES.formatted(grain.sketchTable()))) {
            find.setArray(
                    1,
                    array(connection, "timestamptz", wanted, key -> key.bucket().toString()));
            find.setArray(
                    2,
                    array(connection, "int8", wanted, key -> key.attribution().value()));
            find.setObject(3, organization.value());
            try (ResultSet stored = find.executeQuery()) {
                while (stored.next()) {
                    Cell cell = Objects.requireNonNull(wanted.get(key(stored)));
                    cell.mergeSketches(stored.getBytes("latency"), stored.getBytes("users"));
                }
            }
        }
    }

    private static Array array(
            Connection connection, String type, Map<CellKey, Cell> cells, Function<CellKey, Object> element)
            throws SQLException {
        return connection.createArrayOf(
                type, cells.keySet().stream().map(element).toArray());
    }

    private static CellKey key(ResultSet row) throws SQLException {
        Instant bucket = row.getObject("bucket", OffsetDateTime.class).toInstant();
        return new CellKey(bucket, new AttributionId(row.getLong("attribution_id")));
    }

    private static BulkInsert<Map.Entry<CellKey, Cell>> addCells(String table) {
        BulkInsert.Builder<Map.Entry<CellKey, Cell>> insert = BulkInsert.<Map.Entry<CellKey, Cell>>into(table)
                .time("bucket", entry -> entry.getKey().bucket())
                .number("attribution_id", entry -> entry.getKey().attribution().value());
        return totals(insert, entry -> entry.getValue().totals()).ending(ADD_TO_CELL.formatted(table, ""));
    }

    private static BulkInsert<Map.Entry<CellKey, Cell>> putSketches(String table) {
        return BulkInsert.<Map.Entry<CellKey, Cell>>into(table)
                .time("bucket", entry -> entry.getKey().bucket())
                .number("attribution_id", entry -> entry.getKey().attribution().value())
                .bytes("latency", entry -> entry.getValue().latencyBytes())
                .bytes("users", entry -> entry.getValue().userBytes())
                .ending(REPLACE_SKETCH);
    }

    private static <R> BulkInsert.Builder<R> totals(BulkInsert.Builder<R> insert, Function<R, UsageTotals> totals) {
        return insert.number("requests", row -> totals.apply(row).requests())
                .number("errors", row -> totals.apply(row).errors())
                .number("uncached_input_tokens", row -> totals.apply(row).uncachedInputTokens())
                .number("cache_read_tokens", row -> totals.apply(row).cacheReadTokens())
                .number("cache_write_tokens", row -> totals.apply(row).cacheWriteTokens())
                .number("output_tokens", row -> totals.apply(row).outputTokens())
                .number("reasoning_tokens", row -> totals.apply(row).reasoningTokens())
                .number("cost", row -> totals.apply(row).cost().toUnits())
                .number("unpriced_requests", row -> totals.apply(row).unpricedRequests())
                .number("latency_count", row -> totals.apply(row).latency().count())
                .number("latency_sum", row -> totals.apply(row).latency().sumMs())
                .integer("latency_min", row -> ifSampled(totals.apply(row).latency(), LatencyTotals::minMs))
                .integer("latency_max", row -> ifSampled(totals.apply(row).latency(), LatencyTotals::maxMs));
    }

    private static @Nullable Integer ifSampled(LatencyTotals latency, Function<LatencyTotals, Integer> value) {
        return latency.count() == 0 ? null : value.apply(latency);
    }
}
