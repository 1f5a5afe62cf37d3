package dev.tollgate.authorization;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.tenancy.OwnerDatabase;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;

/**
 * What an organization has in the database, table by table, as numbers of rows and their hashes. Left out are wrong passwords, which are
 * counted, what is made from the ledger or noted in the background, and the log of commits, of which old ones go: usage_sequence has
 * the number of the newest.
 */
final class TenantSnapshot {

    private static final String TABLES = """
            SELECT t.relname::text
            FROM pg_class t
            JOIN pg_attribute a ON a.attrelid = t.oid AND a.attname = 'organization_id'
            WHERE t.relnamespace = 'public'::regnamespace AND t.relkind IN ('r', 'p') AND NOT t.relispartition
            ORDER BY t.relname
            """;
    private static final String ROWS = """
            SELECT '%1$s ' || count(*) || ' ' || coalesce(md5(string_agg(content, '' ORDER BY content)), '')
            FROM (SELECT (to_jsonb(t) - '{failed_sign_ins,locked_until}'::text[])::text AS content
                  FROM %1$s t WHERE organization_id = '%2$s') AS contents""";

    /** Where refusals are written to, in the organization of those who are refused. */
    static final Set<String> AUDIT_LOG = Set.of("audit_entry", "audit_head");

    private static final Set<String> IN_THE_BACKGROUND =
            Set.of("api_key_use", "attribution", "quota_status", "rollup_state", "usage_batch");

    private final DSLContext sql;
    private final String query;

    TenantSnapshot(ApplicationContext beans, OrganizationId organization, Set<String> leftOut) {
        this.sql = beans.getBean(OwnerDatabase.class).sql();
        this.query = sql.fetchValues(TABLES).stream()
                .map(String::valueOf)
                .filter(table -> !leftOut.contains(table)
                        && !IN_THE_BACKGROUND.contains(table)
                        && !table.matches("usage_(user_)?(cell|sketch)_\\w+"))
                .map(table -> ROWS.formatted(table, organization))
                .collect(Collectors.joining(" UNION ALL "));
    }

    /** A line a table. */
    String take() {
        return sql.fetchValues(query).stream().map(String::valueOf).sorted().collect(Collectors.joining("\n"));
    }
}
