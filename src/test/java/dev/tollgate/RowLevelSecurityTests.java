package dev.tollgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.organization.Organization;
import dev.tollgate.tenancy.OwnerDatabase;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What no organization is bound to is empty, for every table that belongs to organizations: also for those added later. */
@TollgateTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowLevelSecurityTests {

    private static final String TENANT_TABLES = """
            SELECT c.table_name
            FROM information_schema.columns c
            JOIN pg_class t ON t.relname = c.table_name AND t.relnamespace = 'public'::regnamespace
            WHERE c.table_schema = 'public' AND c.column_name = 'organization_id'
              AND t.relkind IN ('r', 'p') AND NOT t.relispartition
              AND c.table_name NOT IN ('organization', 'account', 'api_key_secret', 'account_organization', 'access_token')
            ORDER BY c.table_name
            """;
    private static final String TABLES_OF_NO_ORGANIZATION = """
            SELECT relname
            FROM pg_class t
            WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
              AND NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = t.oid AND attname = 'organization_id')
            """;
    private static final String OPEN_POLICIES = """
            SELECT tablename || ': ' || policyname
            FROM pg_policies
            WHERE schemaname = 'public'
              AND (qual NOT LIKE '%organization_id = (NULLIF(current_setting(''app.organization_id''%'
                OR with_check NOT LIKE '%organization_id = (NULLIF(current_setting(''app.organization_id''%'
                OR permissive <> 'PERMISSIVE' OR cmd <> 'ALL')
            """;
    private static final String CHECKS =
            "SELECT conname::text FROM pg_constraint WHERE contype = 'c' AND conrelid = CAST(? AS regclass)";
    private static final String POLICIES = "SELECT count(*) FROM pg_policies WHERE tablename = :table";
    private static final String FIRST_KEY_COLUMN = """
            SELECT a.attname
            FROM pg_index i
            JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
            WHERE i.indisprimary AND i.indrelid = CAST(:table AS regclass)
            """;
    private static final String PROTECTION =
            "SELECT relrowsecurity AND relforcerowsecurity FROM pg_class WHERE oid = CAST(:table AS regclass)";
    private static final String UNDESCRIBED = """
            SELECT relname
            FROM pg_class
            WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
              AND relname <> 'flyway_schema_history' AND obj_description(oid, 'pg_class') IS NULL
            """;
    private static final String REQUIRED_COLUMNS = """
            SELECT column_name, data_type
            FROM information_schema.columns
            WHERE table_schema = 'public' AND table_name = :table
              AND is_nullable = 'NO' AND column_default IS NULL AND is_identity = 'NO' AND is_generated = 'NEVER'
            """;
    private static final String READABLE_PARTITIONS = """
            SELECT relname
            FROM pg_class
            WHERE relispartition AND relkind = 'r' AND has_table_privilege('tollgate_app', oid, 'SELECT, INSERT')
            """;

    private static final String WAYS_AROUND = """
            SELECT 'the view ' || relname
            FROM pg_class
            WHERE relnamespace = 'public'::regnamespace AND relkind IN ('v', 'm', 'f')
            UNION ALL
            SELECT 'the function ' || proname
            FROM pg_proc
            WHERE pronamespace = 'public'::regnamespace AND prosecdef
              AND prorettype NOT IN ('uuid'::regtype, 'bigint'::regtype) AND proname <> 'feature_revisions'
            UNION ALL
            SELECT 'the role ' || rolname
            FROM pg_roles
            WHERE rolname = 'tollgate_app' AND (rolsuper OR rolbypassrls)
            UNION ALL
            SELECT 'the owner of ' || relname
            FROM pg_class
            WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND pg_get_userbyid(relowner) = 'tollgate_app'
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final TestOrganizations organizations;
    private final OwnerDatabase owner;

    @Autowired
    RowLevelSecurityTests(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            TestOrganizations organizations,
            OwnerDatabase owner) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transactions = new TransactionTemplate(transactions);
        this.organizations = organizations;
        this.owner = owner;
    }

    List<String> tenantTables() {
        return jdbc.sql(TENANT_TABLES).query((row, index) -> row.getString(1)).list();
    }

    @Test
    void thereAreTenantTables() {
        assertThat(tenantTables()).contains("member", "api_key", "usage_event", "usage_cell_day");
    }

    @ParameterizedTest
    @MethodSource("tenantTables")
    void isEnabledAndForced(String table) {
        assertThat(jdbc.sql(PROTECTION)
                        .param("table", table)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    /** Looked up before an organization is known, and by nobody who could choose what to look for. */
    @Test
    void onlyThesePlainTablesBelongToNoOrganization() {
        assertThat(jdbc.sql(TABLES_OF_NO_ORGANIZATION).query(String.class).list())
                .containsExactlyInAnyOrder(
                        "account_identity", "flyway_schema_history", "spring_session", "spring_session_attributes");
    }

    @ParameterizedTest
    @MethodSource("tenantTables")
    void onePolicyComparesWithTheBindingAndNothingElse(String table) {
        assertThat(jdbc.sql(POLICIES).param("table", table).query(Long.class).single())
                .isOne();
        assertThat(jdbc.sql(OPEN_POLICIES).query(String.class).list()).isEmpty();
    }

    /** As the owner, who is not held by the policies, and then stepping down: all of it is rolled back. */
    @ParameterizedTest
    @MethodSource("tenantTables")
    void aRowIsSeenByItsOrganizationAlone(String table) {
        Organization organization = organizations.create();
        Organization other = organizations.create();
        String rows = "SELECT count(*) FROM " + table + " WHERE organization_id = '" + organization.id() + "'";

        assertThatThrownBy(() -> owner.sql().transaction(transaction -> {
                    DSLContext sql = transaction.dsl();
                    sql.execute("SET LOCAL session_replication_role = replica");
                    // What the row holds is not the point.
                    sql.fetchValues(CHECKS, table)
                            .forEach(check -> sql.execute("ALTER TABLE " + table + " DROP CONSTRAINT " + check));
                    sql.execute(insertion(table, organization));
                    sql.execute("SET LOCAL ROLE tollgate_app");
                    assertThat(count(sql, rows)).as("rows seen with no binding").isZero();
                    sql.execute("SELECT bind_organization(?)", other.id().value());
                    assertThat(count(sql, rows)).as("rows seen by another").isZero();
                    sql.execute("SELECT bind_organization(?)", organization.id().value());
                    assertThat(count(sql, rows)).as("rows seen by their own").isOne();
                    throw new RolledBack();
                }))
                .isInstanceOf(RolledBack.class);
    }

    private static long count(DSLContext sql, String query) {
        return sql.fetchSingle(query).get(0, Long.class);
    }

    private static final class RolledBack extends RuntimeException {}

    @ParameterizedTest
    @MethodSource("tenantTables")
    void theKeyBeginsWithTheOrganization(String table) {
        assertThat(jdbc.sql(FIRST_KEY_COLUMN)
                        .param("table", table)
                        .query(String.class)
                        .single())
                .isEqualTo("organization_id");
    }

    @ParameterizedTest
    @MethodSource("tenantTables")
    void nothingIsSeenWithoutABinding(String table) {
        assertThat(jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single())
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("tenantTables")
    void nothingIsTakenWithoutABinding(String table) {
        Organization organization = organizations.create();
        assertThatThrownBy(() -> insert(table, organization))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @ParameterizedTest
    @MethodSource("tenantTables")
    void nothingIsTakenForAnotherOrganization(String table) {
        Organization bound = organizations.create();
        Organization other = organizations.create();
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                    jdbc.sql("SELECT bind_organization(:id)")
                            .param("id", bound.id().value())
                            .query()
                            .singleRow();
                    insert(table, other);
                }))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void partitionsAreReachedThroughTheirParentsOnly() {
        assertThat(jdbc.sql(READABLE_PARTITIONS).query(String.class).list()).isEmpty();
    }

    /**
     * A view, or a function with its owner's rights, answers whoever may call it as its owner. Such functions tell which organizations
     * there is something to do for, and no more.
     */
    @Test
    void nothingLeadsAroundThePolicies() {
        assertThat(jdbc.sql(WAYS_AROUND).query(String.class).list()).isEmpty();
    }

    @Test
    void everyTableIsDescribed() {
        assertThat(jdbc.sql(UNDESCRIBED).query(String.class).list()).isEmpty();
    }

    private void insert(String table, Organization organization) {
        jdbc.sql(insertion(table, organization)).update();
    }

    private String insertion(String table, Organization organization) {
        List<RequiredColumn> columns = jdbc.sql(REQUIRED_COLUMNS)
                .param("table", table)
                .query((row, index) -> new RequiredColumn(row.getString(1), row.getString(2)))
                .list();
        String names = columns.stream().map(RequiredColumn::name).collect(Collectors.joining(", "));
        String values =
                columns.stream().map(column -> column.value(organization)).collect(Collectors.joining(", "));
        return "INSERT INTO " + table + " (" + names + ") VALUES (" + values + ")";
    }

    private record RequiredColumn(String name, String type) {

        String value(Organization organization) {
            if (name.equals("organization_id")) {
                return "'" + organization.id() + "'";
            }
            return switch (type) {
                case "uuid" -> "gen_random_uuid()";
                case "timestamp with time zone" -> "now()";
                case "date" -> "current_date";
                case "bytea" -> "''";
                case "ARRAY", "jsonb" -> "'{}'";
                case "text", "character varying" -> "'x'";
                case "boolean" -> "true";
                default -> "1";
            };
        }
    }
}
