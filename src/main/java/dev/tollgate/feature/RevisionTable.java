package dev.tollgate.feature;

import static org.jooq.impl.DSL.val;

import dev.tollgate.core.OrganizationId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The statements on feature_revision. */
final class RevisionTable {

    private static final String COUNT = """
            INSERT INTO feature_revision (organization_id, revision) VALUES (?, 1)
            ON CONFLICT (organization_id) DO UPDATE SET revision = feature_revision.revision + excluded.revision
            RETURNING revision
            """;
    private static final String FIND = "SELECT revision FROM feature_revision WHERE organization_id = ?";
    private static final String SCHEDULE = "UPDATE feature_revision SET due_at = {0} WHERE organization_id = {1}";
    private static final String LOOK =
            "SELECT organization_id, revision, due FROM feature_revisions(?, CAST(? AS timestamptz))";

    private final DSLContext sql;

    RevisionTable(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Where an organization stands.
     *
     * @param due whether a scheduled change is due
     */
    record Standing(OrganizationId organization, long revision, boolean due) {}

    /** Counts a change. Others who change the organization's features wait from here to the end of the transaction. */
    long count(OrganizationId organization) {
        return sql.fetchSingle(COUNT, organization.value()).get(0, Long.class);
    }

    /** The revision; 0 before the first change. */
    long find(OrganizationId organization) {
        return sql.fetchOptional(FIND, organization.value())
                .map(found -> found.get(0, Long.class))
                .orElse(0L);
    }

    void schedule(OrganizationId organization, @Nullable Instant due) {
        OffsetDateTime at = due == null ? null : due.atOffset(ZoneOffset.UTC);
        sql.execute(SCHEDULE, val(at, SQLDataType.TIMESTAMPWITHTIMEZONE), val(organization.value()));
    }

    /** Of those that are known, and of all that have something due. Needs no binding. */
    List<Standing> look(Collection<OrganizationId> known, Instant now) {
        UUID[] ids = known.stream().map(OrganizationId::value).toArray(UUID[]::new);
        OffsetDateTime through = now.atOffset(ZoneOffset.UTC);
        return sql.fetch(LOOK, ids, through)
                .map(found -> new Standing(
                        new OrganizationId(found.get(0, UUID.class)),
                        found.get(1, Long.class),
                        found.get(2, Boolean.class)));
    }
}
