package dev.tollgate.apikey;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.tollgate.core.ApiKeyId;
import dev.tollgate.core.OrganizationId;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The statements on api_key_secret, which leads from a secret's hash to its key, whatever the organization. */
final class ApiKeySecretTable {

    private static final Table<Record> API_KEY_SECRET = table(name("api_key_secret"));
    private static final Field<byte[]> SECRET_HASH = field(name("secret_hash"), byte[].class);
    private static final Field<UUID> ORGANIZATION_ID = field(name("organization_id"), UUID.class);
    private static final Field<UUID> API_KEY_ID = field(name("api_key_id"), UUID.class);

    private final DSLContext sql;

    ApiKeySecretTable(DSLContext sql) {
        this.sql = sql;
    }

    /** Whose secret it is. */
    record Owner(OrganizationId organization, ApiKeyId key) {}

    Optional<Owner> find(SecretHash hash) {
        return sql.select(ORGANIZATION_ID, API_KEY_ID)
                .from(API_KEY_SECRET)
                .where(SECRET_HASH.eq(hash.bytes()))
                .fetchOptional(found ->
                        new Owner(new OrganizationId(found.get(ORGANIZATION_ID)), new ApiKeyId(found.get(API_KEY_ID))));
    }

    /** Stores the hash; false when it is there already. */
    boolean insert(SecretHash hash, Owner owner) {
        return sql.insertInto(API_KEY_SECRET)
                        .set(SECRET_HASH, hash.bytes())
                        .set(ORGANIZATION_ID, owner.organization().value())
                        .set(API_KEY_ID, owner.key().value())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }
}
