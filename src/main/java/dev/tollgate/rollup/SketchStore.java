package dev.tollgate.rollup;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.tenancy.BulkInsert;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The sketches of one grain: reads those that a roll adds to, and puts back what has changed. */
final class SketchStore {

    private static final String FIND = """
            SELECT wanted.position, s.latency, s.users
              FROM %s AS s
              JOIN unnest(?::timestamptz[], ?::bigint[]) WITH ORDINALITY AS wanted(bucket, attribution_id, position)
                ON s.bucket = wanted.bucket AND s.attribution_id = wanted.attribution_id
             WHERE s.organization_id = ?
            """;

    /** A sketch that stays as it was is not sent; the database then keeps what it has, large values untouched. */
    private static final String REPLACE = """
            ON CONFLICT (organization_id, bucket, attribution_id) DO UPDATE SET
              latency = coalesce(excluded.latency, %1$s.latency),
              users = coalesce(excluded.users, %1$s.users)
            """;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Stored(byte @Nullable [] latency, byte @Nullable [] users) {
        static final Stored NOTHING = new Stored(null, null);
    }

    /** What is to be stored of a cell's sketches; null for what may stay as it is. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Change(CellKey key, byte @Nullable [] latency, byte @Nullable [] users) {

        static Change of(Map.Entry<CellKey, Cell> added, Stored stored) {
            Cell cell = added.getValue();
            return new Change(
                    added.getKey(),
                    cell.latencySamples().addedTo(stored.latency()),
                    cell.userSamples().addedTo(stored.users()));
        }

        boolean isNone() {
            return latency == null && users == null;
        }
    }

    private final String find;
    private final BulkInsert<Change> put;

    SketchStore(CellGrain grain) {
        String table = grain.sketchTable();
        find = FIND.formatted(table);
        put = BulkInsert.<Change>into(table)
                .time("bucket", change -> change.key().bucket())
                .number("attribution_id", change -> change.key().attribution().value())
                .bytes("latency", Change::latency)
                .bytes("users", Change::users)
                .ending(REPLACE.formatted(table));
    }

    /** Adds the samples of the cells to their sketches. */
    void add(Connection connection, OrganizationId organization, NavigableMap<CellKey, Cell> cells)
            throws SQLException {
        List<Map.Entry<CellKey, Cell>> sampled = cells.entrySet().stream()
                .filter(entry -> entry.getValue().hasSamples())
                .toList();
        if (!sampled.isEmpty()) {
            Stored[] stored = stored(connection, organization, sampled);
            List<Change> changes = IntStream.range(0, stored.length)
                    .mapToObj(position -> Change.of(sampled.get(position), stored[position]))
                    .filter(change -> !change.isNone())
                    .toList();
            put.execute(connection, organization, changes);
        }
    }

    private Stored[] stored(Connection connection, OrganizationId organization, List<Map.Entry<CellKey, Cell>> wanted)
            throws SQLException {
        Stored[] stored = new Stored[wanted.size()];
        Arrays.fill(stored, Stored.NOTHING);
        try (PreparedStatement query = connection.prepareStatement(find)) {
            query.setArray(
                    1,
                    array(connection, "timestamptz", wanted, key -> key.bucket().toString()));
            query.setArray(
                    2,
                    array(connection, "int8", wanted, key -> key.attribution().value()));
            query.setObject(3, organization.value());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    stored[rows.getInt(1) - 1] = new Stored(rows.getBytes(2), rows.getBytes(3));
                }
            }
        }
        return stored;
    }

    private static Array array(
            Connection connection, String type, List<Map.Entry<CellKey, Cell>> cells, Function<CellKey, Object> element)
            throws SQLException {
        return connection.createArrayOf(
                type, cells.stream().map(cell -> element.apply(cell.getKey())).toArray());
    }
}
