package dev.tollgate.rollup;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.TimeWindow;
import dev.tollgate.tenancy.BulkInsert;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Writes cells: adds what a roll folded to what is stored. Every call runs in the caller's bound transaction. */
@Component
class CellStore {

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

    static final String USER_TABLE = "usage_user_cell_day";

    private static final List<String> TABLES = Stream.concat(
                    Stream.of(CellGrain.values()).flatMap(grain -> Stream.of(grain.cellTable(), grain.sketchTable())),
                    Stream.of(USER_TABLE))
            .toList();

    private final Map<CellGrain, BulkInsert<Map.Entry<CellKey, Cell>>> addCells = new EnumMap<>(CellGrain.class);
    private final Map<CellGrain, SketchStore> sketches = new EnumMap<>(CellGrain.class);
    private final BulkInsert<UserCell> addUsers;

    CellStore() {
        for (CellGrain grain : CellGrain.values()) {
            addCells.put(grain, addCells(grain.cellTable()));
            sketches.put(grain, new SketchStore(grain));
        }
        BulkInsert.Builder<UserCell> users = BulkInsert.<UserCell>into(USER_TABLE)
                .time("bucket", cell -> cell.key().bucket())
                .number("attribution_id", cell -> cell.key().attribution().value())
                .text("user_id", UserCell::user);
        addUsers = totals(users, UserCell::totals).ending(ADD_TO_CELL.formatted(USER_TABLE, ", user_id"));
    }

    /** Adds all that was folded, grain by grain, in key order. */
    void add(DSLContext bound, OrganizationId organization, CellFold fold) {
        bound.connection(connection -> {
            for (CellGrain grain : CellGrain.values()) {
                add(connection, organization, grain, fold.cells(grain));
            }
            addUsers.execute(connection, organization, fold.users());
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
        Objects.requireNonNull(addCells.get(grain)).execute(connection, organization, List.copyOf(cells.entrySet()));
        Objects.requireNonNull(sketches.get(grain)).add(connection, organization, cells);
    }

    private static BulkInsert<Map.Entry<CellKey, Cell>> addCells(String table) {
        BulkInsert.Builder<Map.Entry<CellKey, Cell>> insert = BulkInsert.<Map.Entry<CellKey, Cell>>into(table)
                .time("bucket", entry -> entry.getKey().bucket())
                .number("attribution_id", entry -> entry.getKey().attribution().value());
        return totals(insert, entry -> entry.getValue().running()).ending(ADD_TO_CELL.formatted(table, ""));
    }

    private static <R> BulkInsert.Builder<R> totals(BulkInsert.Builder<R> insert, Function<R, RunningTotals> totals) {
        return insert.count("requests", row -> totals.apply(row).requests())
                .count("errors", row -> totals.apply(row).errors())
                .count("uncached_input_tokens", row -> totals.apply(row).uncachedInputTokens())
                .count("cache_read_tokens", row -> totals.apply(row).cacheReadTokens())
                .count("cache_write_tokens", row -> totals.apply(row).cacheWriteTokens())
                .count("output_tokens", row -> totals.apply(row).outputTokens())
                .count("reasoning_tokens", row -> totals.apply(row).reasoningTokens())
                .count("cost", row -> totals.apply(row).costUnits())
                .count("unpriced_requests", row -> totals.apply(row).unpricedRequests())
                .count("latency_count", row -> totals.apply(row).latencyCount())
                .count("latency_sum", row -> totals.apply(row).latencySumMs())
                .integer("latency_min", row -> totals.apply(row).latencyMinMs())
                .integer("latency_max", row -> totals.apply(row).latencyMaxMs());
    }
}
