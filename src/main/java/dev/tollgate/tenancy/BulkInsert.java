package dev.tollgate.tenancy;

import dev.tollgate.core.OrganizationId;
import java.lang.reflect.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Inserts many rows of one organization in one statement, each column travelling as one binary array: {@code INSERT … SELECT … FROM
 * (SELECT unnest(…), …)}. In the select list the arrays are unnested as the rows are made; in FROM each would be stored first.
 * Made once for a table, then used from any thread.
 *
 * @param <R> what a row is made from
 */
public final class BulkInsert<R> {

    /** What unnest makes of so many rows stays in the memory that a statement may use. */
    private static final int MOST_AT_ONCE = 10_000;

    private static final String MICROSECONDS = "timestamptz 'epoch' + %s * interval '1 microsecond'";

    private record Column<R, T>(
            String name, String type, Class<T> javaType, String cast, Function<R, @Nullable T> value) {

        /** The column's values; none at all where all are null, since unnest fills up with nulls. */
        java.sql.Array array(Connection connection, List<R> rows) throws SQLException {
            @Nullable Object[] values = array(rows.size());
            boolean known = false;
            for (int i = 0; i < values.length; i++) {
                values[i] = value.apply(rows.get(i));
                known |= values[i] != null;
            }
            if (!known) {
                values = array(0);
            }
            return connection.createArrayOf(type, values);
        }

        private @Nullable Object[] array(int length) {
            return (@Nullable Object[]) Array.newInstance(javaType, length);
        }
    }

    private final List<Column<R, ?>> columns;
    private final String sql;

    private BulkInsert(String table, List<Column<R, ?>> columns, String suffix) {
        this.columns = List.copyOf(columns);
        String names = join(Column::name);
        this.sql = "INSERT INTO " + table + " (organization_id, " + names + ") SELECT ?, "
                + join(column -> column.cast().formatted("r." + column.name())) + " FROM (SELECT "
                + join(column -> "unnest(?::" + column.type() + "[]) AS " + column.name()) + ") AS r " + suffix;
    }

    /** Begins the description of an insert into a table. */
    public static <R> Builder<R> into(String table) {
        return new Builder<>(table);
    }

    /** The statement with all rows bound, to be executed and closed by the caller. */
    public PreparedStatement prepare(Connection connection, OrganizationId organization, List<R> rows)
            throws SQLException {
        PreparedStatement insert = connection.prepareStatement(sql);
        insert.setObject(1, organization.value());
        int parameter = 2;
        for (Column<R, ?> column : columns) {
            insert.setArray(parameter++, column.array(connection, rows));
        }
        return insert;
    }

    /** Inserts the rows, many at a time; nothing happens when there are none. */
    public void execute(Connection connection, OrganizationId organization, List<R> rows) throws SQLException {
        for (int from = 0; from < rows.size(); from += MOST_AT_ONCE) {
            List<R> part = rows.subList(from, Math.min(rows.size(), from + MOST_AT_ONCE));
            try (PreparedStatement insert = prepare(connection, organization, part)) {
                insert.execute();
            }
        }
    }

    private String join(Function<Column<R, ?>, String> part) {
        return columns.stream().map(part).collect(Collectors.joining(", "));
    }

    /** Describes an insert, column by column. */
    public static final class Builder<R> {

        private final String table;
        private final List<Column<R, ?>> columns = new ArrayList<>();

        private Builder(String table) {
            this.table = table;
        }

        /** A text column. */
        public Builder<R> text(String name, Function<R, @Nullable String> value) {
            return add(name, "text", String.class, "%s", value);
        }

        /** A jsonb column, from JSON text; members that are null are left out. */
        public Builder<R> json(String name, Function<R, @Nullable String> value) {
            return add(name, "text", String.class, "jsonb_strip_nulls(%s::jsonb)", value);
        }

        /** A bigint column. */
        public Builder<R> number(String name, Function<R, @Nullable Long> value) {
            return add(name, "int8", Long.class, "%s", value);
        }

        /** A bigint column that is never null; 0, as most are, travels as nothing. */
        public Builder<R> count(String name, Function<R, Long> value) {
            return add(name, "int8", Long.class, "coalesce(%s, 0)", row -> {
                Long count = value.apply(row);
                return count == 0 ? null : count;
            });
        }

        /** An integer or smallint column. */
        public Builder<R> integer(String name, Function<R, @Nullable Integer> value) {
            return add(name, "int4", Integer.class, "%s", value);
        }

        /** A bytea column. */
        public Builder<R> bytes(String name, Function<R, byte @Nullable []> value) {
            return add(name, "bytea", byte[].class, "%s", value);
        }

        /** A timestamptz column, to the microsecond. */
        public Builder<R> time(String name, Function<R, Instant> value) {
            return add(
                    name,
                    "int8",
                    Long.class,
                    MICROSECONDS,
                    row -> ChronoUnit.MICROS.between(Instant.EPOCH, value.apply(row)));
        }

        /** Ends the statement, for example with {@code ON CONFLICT DO NOTHING}. */
        public BulkInsert<R> ending(String suffix) {
            return new BulkInsert<>(table, columns, suffix);
        }

        private <T> Builder<R> add(
                String name, String type, Class<T> javaType, String cast, Function<R, @Nullable T> value) {
            columns.add(new Column<>(name, type, javaType, cast, value));
            return this;
        }
    }
}
