package dev.tollgate.tenancy;

import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** The database as its owner: for migrations and partitions only, never for a request. */
public final class OwnerDatabase {

    private final DataSource dataSource;
    private final DSLContext sql;

    OwnerDatabase(DataSource dataSource) {
        this.dataSource = dataSource;
        this.sql = DSL.using(dataSource, SQLDialect.POSTGRES);
    }

    /** A connection per statement, committed by itself. */
    public DSLContext sql() {
        return sql;
    }

    DataSource dataSource() {
        return dataSource;
    }
}
