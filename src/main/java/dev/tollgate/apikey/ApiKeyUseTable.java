package dev.tollgate.apikey;

import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.table;

import dev.tollgate.core.ApiKeyId;
import dev.tollgate.core.OrganizationId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Row3;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The statements on api_key_use, each for one organization. */
final class ApiKeyUseTable {

    private static final Table<Record> API_KEY_USE = table(name("api_key_use"));
    private static final Field<UUID> ORGANIZATION_ID = field(name("organization_id"), UUID.class);
    private static final Field<UUID> ID = field(name("api_key_id"), UUID.class);
    private static final Field<OffsetDateTime> LAST_USED_AT = field(name("last_used_at"), OffsetDateTime.class);
    private static final Field<OffsetDateTime> STORED =
            field(name("api_key_use", "last_used_at"), OffsetDateTime.class);

    private final DSLContext sql;
    private final OrganizationId organization;

    ApiKeyUseTable(DSLContext sql, OrganizationId organization) {
        this.sql = sql;
        this.organization = organization;
    }

    /** Stores uses, but of keys whose stored use is before a time; in the order of ids, so that no two nodes wait for each other. */
    void store(Map<ApiKeyId, Instant> uses, Instant ifBefore) {
        var rows = uses.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(java.util.Comparator.comparing(ApiKeyId::value)))
                .<Row3<UUID, UUID, OffsetDateTime>>map(use -> row(
                        organization.value(),
                        use.getKey().value(),
                        use.getValue().atOffset(ZoneOffset.UTC)))
                .toList();
        sql.insertInto(API_KEY_USE, ORGANIZATION_ID, ID, LAST_USED_AT)
                .valuesOfRows(rows)
                .onConflict(ORGANIZATION_ID, ID)
                .doUpdate()
                .set(LAST_USED_AT, excluded(LAST_USED_AT))
                .where(STORED.lt(ifBefore.atOffset(ZoneOffset.UTC)))
                .execute();
    }

    Map<ApiKeyId, Instant> last(Collection<ApiKeyId> keys) {
        UUID[] ids = keys.stream().map(ApiKeyId::value).toArray(UUID[]::new);
        return sql.select(ID, LAST_USED_AT)
                .from(API_KEY_USE)
                .where(ORGANIZATION_ID.eq(organization.value()), ID.eq(DSL.any(ids)))
                .fetchMap(
                        found -> new ApiKeyId(found.get(ID)),
                        found -> found.get(LAST_USED_AT).toInstant());
    }
}
