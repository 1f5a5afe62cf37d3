package dev.tollgate.authorization;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.tenancy.OwnerDatabase;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;

/**
 * What an organization has in the database, table by table, as numbers of rows and their hashes. Left out are the audit log, which
 * refusals are written to, wrong passwords, which are counted, the ledger, and what is made from it or noted in the background.
 */
final class TenantSnapshot {

    private static final String TABLES = """
            SELECT t.relname::text
            FROM pg_class t
            JOIN pg_attribute a ON a.attrelid = t.oid AND a.attname = 'organization_id'
            WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r' AND NOT t.relispartition
            ORDER BY t.relname
            """;
    private static final String ROWS = """
            SELECT '%1$s ' || count(*) || ' ' || coalesce(md5(string_agg(content, '' ORDER BY content)), '')
            FROM (SELECT (to_jsonb(t) - '{failed_sign_ins,locked_until}'::text[])::text AS content
                  FROM %1$s t WHERE organization_id = '%2$s') AS contents""";

    private static final Set<String> IN_THE_BACKGROUND = Set.of(
            "audit_entry",
            "audit_head",
            "api_key_use",
            "attribution",
            "quota_status",
            "rollup_state",
            "usage_batch",
            "usage_sequence");

    private final DSLContext sql;
    private final String query;

    TenantSnapshot(ApplicationContext beans, OrganizationId organization) {
        this.sql = beans.getBean(OwnerDatabase.class).sql();
        this.query = sql.fetchValues(TABLES).stream()
                .map(String::valueOf)
                .filter(table ->
                        !IN_THE_BACKGROUND.contains(table) && !table.matches("usage_(user_)?(cell|sketch)_\\w+"))
                .map(table -> ROWS.formatted(table, organization))
                .collect(Collectors.joining(" UNION ALL "));
    }

    /** A line a table. */
    String take() {
        return sql.fetchValues(query).stream().map(String::valueOf).sorted().collect(Collectors.joining("\n"));
    }
}
