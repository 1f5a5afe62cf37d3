package dev.tollgate.apikey;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import dev.tollgate.core.AccountId;
import dev.tollgate.core.ApiKeyId;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.Scope;
import dev.tollgate.tenancy.Timestamps;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The statements on api_key and their count, each for one organization, within the transaction that the context belongs to. */
final class ApiKeyTable {

    private static final Table<Record> API_KEY = table(name("api_key"));
    private static final Field<UUID> ORGANIZATION_ID = field(name("organization_id"), UUID.class);
    private static final Field<UUID> ID = field(name("api_key_id"), UUID.class);
    private static final Field<String> NAME = field(name("name"), String.class);
    private static final Field<String> PREFIX = field(name("prefix"), String.class);
    private static final Field<String[]> SCOPES = field(name("scopes"), SQLDataType.CLOB.array());
    private static final Field<UUID> OWNER_ID = field(name("owner_id"), UUID.class);
    private static final Field<String> TEAM = field(name("team"), String.class);
    private static final Field<String> PROJECT = field(name("project"), String.class);
    private static final Field<String> ENVIRONMENT = field(name("environment"), String.class);
    private static final Field<String> FEATURE = field(name("feature"), String.class);
    private static final Field<String[]> ALLOWED_MODELS = field(name("allowed_models"), SQLDataType.CLOB.array());
    private static final Field<String[]> ALLOWED_NETWORKS = field(name("allowed_networks"), SQLDataType.CLOB.array());
    private static final Field<OffsetDateTime> ROTATED_AT = field(name("rotated_at"), OffsetDateTime.class);
    private static final Field<OffsetDateTime> CREATED_AT = field(name("created_at"), OffsetDateTime.class);
    private static final Field<OffsetDateTime> EXPIRES_AT = field(name("expires_at"), OffsetDateTime.class);
    private static final Field<OffsetDateTime> REVOKED_AT = field(name("revoked_at"), OffsetDateTime.class);
    private static final Table<Record> API_KEY_COUNT = table(name("api_key_count"));
    private static final Field<Integer> KEYS = field(name("keys"), Integer.class);
    private static final Field<Integer> KEYS_SO_FAR = field(name("api_key_count", "keys"), Integer.class);
    private static final List<Field<?>> COLUMNS = List.of(
            ID,
            NAME,
            OWNER_ID,
            PREFIX,
            SCOPES,
            TEAM,
            PROJECT,
            ENVIRONMENT,
            FEATURE,
            ALLOWED_MODELS,
            ALLOWED_NETWORKS,
            CREATED_AT,
            EXPIRES_AT,
            ROTATED_AT,
            REVOKED_AT);

    private final DSLContext sql;
    private final Condition ours;
    private final OrganizationId organization;

    ApiKeyTable(DSLContext sql, OrganizationId organization) {
        this.sql = sql;
        this.organization = organization;
        this.ours = ORGANIZATION_ID.eq(organization.value());
    }

    void insert(ApiKey key) {
        sql.insertInto(API_KEY)
                .set(ORGANIZATION_ID, organization.value())
                .set(ID, key.id().value())
                .set(NAME, key.name())
                .set(OWNER_ID, key.owner() == null ? null : key.owner().value())
                .set(PREFIX, key.prefix())
                .set(SCOPES, key.scopes().stream().map(Scope::name).toArray(String[]::new))
                .set(TEAM, key.attribution().team())
                .set(PROJECT, key.attribution().project())
                .set(ENVIRONMENT, key.attribution().environment())
                .set(FEATURE, key.attribution().feature())
                .set(ALLOWED_MODELS, key.models().patterns().toArray(String[]::new))
                .set(ALLOWED_NETWORKS, key.networks().ranges().toArray(String[]::new))
                .set(CREATED_AT, Timestamps.of(key.createdAt()))
                .set(EXPIRES_AT, Timestamps.of(key.expiresAt()))
                .set(REVOKED_AT, Timestamps.of(key.revokedAt()))
                .execute();
        sql.insertInto(API_KEY_COUNT)
                .set(ORGANIZATION_ID, organization.value())
                .set(KEYS, 1)
                .onConflict(ORGANIZATION_ID)
                .doUpdate()
                .set(KEYS, KEYS_SO_FAR.plus(1))
                .execute();
    }

    Optional<ApiKey> find(ApiKeyId id) {
        return sql.select(COLUMNS).from(API_KEY).where(ours, ID.eq(id.value())).fetchOptional(ApiKeyTable::read);
    }

    /** The key, which nobody else changes until the transaction ends. */
    Optional<ApiKey> lock(ApiKeyId id) {
        return sql.select(COLUMNS)
                .from(API_KEY)
                .where(ours, ID.eq(id.value()))
                .forUpdate()
                .fetchOptional(ApiKeyTable::read);
    }

    void rotate(ApiKeyId id, String prefix, Instant now) {
        sql.update(API_KEY)
                .set(PREFIX, prefix)
                .set(ROTATED_AT, Timestamps.of(now))
                .where(ours, ID.eq(id.value()))
                .execute();
    }

    /** Revokes the keys of a person that work, and returns them. */
    List<ApiKey> revokeOwned(AccountId owner, Instant now) {
        return sql.update(API_KEY)
                .set(REVOKED_AT, Timestamps.of(now))
                .where(ours, OWNER_ID.eq(owner.value()), REVOKED_AT.isNull())
                .returningResult(COLUMNS)
                .fetch(ApiKeyTable::read);
    }

    /** Revokes the key, or leaves the time of its first revocation. */
    Optional<ApiKey> revoke(ApiKeyId id, Instant now) {
        return sql.update(API_KEY)
                .set(REVOKED_AT, coalesce(REVOKED_AT, val(Timestamps.of(now))))
                .where(ours, ID.eq(id.value()))
                .returningResult(COLUMNS)
                .fetchOptional(ApiKeyTable::read);
    }

    /** Of the keys that fit. */
    List<ApiKey> newestFirst(KeySelection which, @Nullable ApiKeyPosition after, int limit) {
        Condition before = after == null
                ? DSL.noCondition()
                : row(CREATED_AT, ID)
                        .lt(row(Timestamps.of(after.createdAt()), after.id().value()));
        return sql.select(COLUMNS)
                .from(API_KEY)
                .where(ours, of(which), before)
                .orderBy(CREATED_AT.desc(), ID.desc())
                .limit(limit)
                .fetch(ApiKeyTable::read);
    }

    /** The ids of all keys that somebody owns, revoked and expired ones too. */
    Set<ApiKeyId> owned(AccountId owner) {
        return sql.select(ID)
                .from(API_KEY)
                .where(ours, OWNER_ID.eq(owner.value()))
                .fetchSet(found -> new ApiKeyId(found.value1()));
    }

    int count(KeySelection which) {
        return which.equals(KeySelection.ALL) ? countAll() : sql.fetchCount(API_KEY, ours.and(of(which)));
    }

    private int countAll() {
        return sql.select(KEYS)
                .from(API_KEY_COUNT)
                .where(ours)
                .fetchOptional(KEYS)
                .orElse(0);
    }

    private static Condition of(KeySelection which) {
        Condition owned = which.owner() == null
                ? DSL.noCondition()
                : OWNER_ID.eq(which.owner().value());
        return which.search() == null ? owned : owned.and(NAME.containsIgnoreCase(which.search()));
    }

    Map<ApiKeyId, String> names(Collection<ApiKeyId> ids) {
        UUID[] values = ids.stream().map(ApiKeyId::value).toArray(UUID[]::new);
        return sql.select(ID, NAME)
                .from(API_KEY)
                .where(ours, ID.eq(DSL.any(values)))
                .fetchMap(found -> new ApiKeyId(found.get(ID)), found -> found.get(NAME));
    }

    private static ApiKey read(Record found) {
        UUID owner = found.get(OWNER_ID);
        return new ApiKey(
                new ApiKeyId(found.get(ID)),
                found.get(NAME),
                owner == null ? null : new AccountId(owner),
                found.get(PREFIX),
                scopes(found.get(SCOPES)),
                new KeyAttribution(found.get(TEAM), found.get(PROJECT), found.get(ENVIRONMENT), found.get(FEATURE)),
                new AllowedModels(List.of(found.get(ALLOWED_MODELS))),
                AllowedNetworks.of(List.of(found.get(ALLOWED_NETWORKS))),
                found.get(CREATED_AT).toInstant(),
                Timestamps.instant(found.get(EXPIRES_AT)),
                Timestamps.instant(found.get(ROTATED_AT)),
                Timestamps.instant(found.get(REVOKED_AT)));
    }

    private static Set<Scope> scopes(String[] names) {
        return Arrays.stream(names)
                .map(Scope::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }
}
