package dev.tollgate.apikey;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.tollgate.core.ApiKeyId;
import dev.tollgate.core.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.types.YearToSecond;
import org.jspecify.annotations.Nullable;

/** The statements on api_key_secret, which leads from a secret's hash to its key, whatever the organization. */
final class ApiKeySecretTable {

    private static final Table<Record> API_KEY_SECRET = table(name("api_key_secret"));
    private static final Field<byte[]> SECRET_HASH = field(name("secret_hash"), byte[].class);
    private static final Field<UUID> ORGANIZATION_ID = field(name("organization_id"), UUID.class);
    private static final Field<UUID> API_KEY_ID = field(name("api_key_id"), UUID.class);
    private static final Field<OffsetDateTime> EXPIRES_AT = field(name("expires_at"), OffsetDateTime.class);
    private static final Field<OffsetDateTime> CHANGED_AT = field(name("changed_at"), OffsetDateTime.class);

    private static final YearToSecond LATELY = YearToSecond.valueOf(Duration.ofSeconds(30));

    private final DSLContext sql;

    ApiKeySecretTable(DSLContext sql) {
        this.sql = sql;
    }

    /** Whose secret it is. */
    record Owner(OrganizationId organization, ApiKeyId key) {}

    /** Whose secret it is and until when; null: as long as the key works. */
    record Found(Owner owner, @Nullable Instant expiresAt) {}

    Optional<Found> find(SecretHash hash) {
        return sql.select(ORGANIZATION_ID, API_KEY_ID, EXPIRES_AT)
                .from(API_KEY_SECRET)
                .where(SECRET_HASH.eq(hash.bytes()))
                .fetchOptional(ApiKeySecretTable::read);
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

    /** Ends the key's secrets at a time, those that would work for longer; what has ended before now is forgotten. */
    void end(Owner owner, Instant at, Instant now) {
        sql.deleteFrom(API_KEY_SECRET)
                .where(of(owner), EXPIRES_AT.le(offset(now)))
                .execute();
        sql.update(API_KEY_SECRET)
                .set(EXPIRES_AT, offset(at))
                .where(of(owner), EXPIRES_AT.isNull().or(EXPIRES_AT.gt(offset(at))))
                .execute();
        changed(owner);
    }

    /** Notes that the key has changed, for {@link #changedLately}. */
    void changed(Owner owner) {
        sql.update(API_KEY_SECRET)
                .set(CHANGED_AT, DSL.currentOffsetDateTime())
                .where(of(owner))
                .execute();
    }

    /** The keys that changed in the last half minute by the database's clock, which is longer than any change takes. */
    Set<ApiKeyId> changedLately() {
        return sql.selectDistinct(API_KEY_ID)
                .from(API_KEY_SECRET)
                .where(CHANGED_AT.gt(DSL.currentOffsetDateTime().minus(LATELY)))
                .fetchSet(found -> new ApiKeyId(found.value1()));
    }

    private static Condition of(Owner owner) {
        return ORGANIZATION_ID
                .eq(owner.organization().value())
                .and(API_KEY_ID.eq(owner.key().value()));
    }

    private static Found read(Record found) {
        OffsetDateTime expiresAt = found.get(EXPIRES_AT);
        return new Found(
                new Owner(new OrganizationId(found.get(ORGANIZATION_ID)), new ApiKeyId(found.get(API_KEY_ID))),
                expiresAt == null ? null : expiresAt.toInstant());
    }

    private static OffsetDateTime offset(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
