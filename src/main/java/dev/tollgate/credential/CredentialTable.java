package dev.tollgate.credential;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.tollgate.core.Money;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.tenancy.Timestamps;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The statements on provider_credential, each for one organization, within the transaction that the context belongs to. */
final class CredentialTable {

    private static final Table<Record> PROVIDER_CREDENTIAL = table(name("provider_credential"));
    private static final Table<Record> PROVIDER_SECRET = table(name("provider_secret"));
    private static final Field<UUID> ORGANIZATION_ID = own("organization_id", UUID.class);
    private static final Field<UUID> ID = own("provider_credential_id", UUID.class);
    private static final Field<String> PROVIDER = own("provider", String.class);
    private static final Field<String> SOURCE = own("source", String.class);
    private static final Field<String> STATUS = own("status", String.class);
    private static final Field<String> DISABLED_REASON = own("disabled_reason", String.class);
    private static final Field<Long> MONTHLY_BUDGET = own("monthly_budget", Long.class);
    private static final Field<Boolean> AUTO_DISABLE = own("auto_disable", Boolean.class);
    private static final Field<Integer> SECRET_VERSION = own("secret_version", Integer.class);
    private static final Field<OffsetDateTime> PREVIOUS_UNTIL = own("previous_secret_until", OffsetDateTime.class);
    private static final Field<OffsetDateTime> VALIDATED_AT = own("validated_at", OffsetDateTime.class);
    private static final Field<Integer> VERSION = own("version", Integer.class);
    private static final Field<OffsetDateTime> CREATED_AT = own("created_at", OffsetDateTime.class);
    private static final Field<OffsetDateTime> UPDATED_AT = own("updated_at", OffsetDateTime.class);
    private static final Field<String> BASE_URL = present("base_url", String.class);
    private static final List<Field<?>> COLUMNS = List.of(
            ID,
            PROVIDER,
            SOURCE,
            DISABLED_REASON,
            MONTHLY_BUDGET,
            AUTO_DISABLE,
            BASE_URL,
            SECRET_VERSION,
            PREVIOUS_UNTIL,
            VALIDATED_AT,
            VERSION,
            CREATED_AT,
            UPDATED_AT);

    private final DSLContext sql;
    private final OrganizationId organization;
    private final Condition ours;

    CredentialTable(DSLContext sql, OrganizationId organization) {
        this.sql = sql;
        this.organization = organization;
        this.ours = ORGANIZATION_ID.eq(organization.value());
    }

    /** Adds the credential; false when there is one for the provider. */
    boolean insert(ProviderCredential credential) {
        return sql.insertInto(PROVIDER_CREDENTIAL)
                        .set(ORGANIZATION_ID, organization.value())
                        .set(ID, credential.id().value())
                        .set(PROVIDER, credential.provider())
                        .set(CREATED_AT, Timestamps.of(credential.createdAt()))
                        .set(changeable(credential))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void update(ProviderCredential credential) {
        sql.update(PROVIDER_CREDENTIAL)
                .set(changeable(credential))
                .where(ours, ID.eq(credential.id().value()))
                .execute();
    }

    void delete(CredentialId id) {
        sql.deleteFrom(PROVIDER_CREDENTIAL).where(ours, ID.eq(id.value())).execute();
    }

    /** By provider. */
    List<ProviderCredential> all() {
        return select().orderBy(PROVIDER).fetch(CredentialTable::read);
    }

    int count() {
        return sql.fetchCount(PROVIDER_CREDENTIAL, ours);
    }

    Optional<ProviderCredential> find(CredentialId id) {
        return select().and(ID.eq(id.value())).fetchOptional(CredentialTable::read);
    }

    Optional<ProviderCredential> find(String provider) {
        return select().and(PROVIDER.eq(provider)).fetchOptional(CredentialTable::read);
    }

    /** The credential, which nobody else changes until the transaction ends. */
    Optional<ProviderCredential> lock(CredentialId id) {
        sql.select(ID)
                .from(PROVIDER_CREDENTIAL)
                .where(ours, ID.eq(id.value()))
                .forUpdate()
                .fetch();
        return find(id);
    }

    /** All of them, which nobody else changes until the transaction ends; by provider. */
    List<ProviderCredential> lockAll() {
        sql.select(ID)
                .from(PROVIDER_CREDENTIAL)
                .where(ours)
                .orderBy(PROVIDER)
                .forUpdate()
                .fetch();
        return all();
    }

    private SelectConditionStep<Record> select() {
        return sql.select(COLUMNS)
                .from(PROVIDER_CREDENTIAL)
                .join(PROVIDER_SECRET)
                .on(
                        present("organization_id", UUID.class).eq(ORGANIZATION_ID),
                        present("provider_credential_id", UUID.class).eq(ID),
                        present("secret_version", Integer.class).eq(SECRET_VERSION))
                .where(ours);
    }

    private static Map<Field<?>, @Nullable Object> changeable(ProviderCredential credential) {
        Money budget = credential.budget().monthly();
        DisabledReason reason = credential.disabledReason();
        Map<Field<?>, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put(SOURCE, credential.source().name());
        columns.put(STATUS, credential.status().name());
        columns.put(DISABLED_REASON, reason == null ? null : reason.name());
        columns.put(MONTHLY_BUDGET, budget == null ? null : budget.toUnits());
        columns.put(AUTO_DISABLE, credential.budget().autoDisable());
        columns.put(SECRET_VERSION, credential.secretVersion());
        columns.put(PREVIOUS_UNTIL, Timestamps.of(credential.previousSecretUntil()));
        columns.put(VALIDATED_AT, Timestamps.of(credential.validatedAt()));
        columns.put(VERSION, credential.version());
        columns.put(UPDATED_AT, Timestamps.of(credential.updatedAt()));
        return columns;
    }

    private static ProviderCredential read(Record found) {
        String reason = found.get(DISABLED_REASON);
        Long budget = found.get(MONTHLY_BUDGET);
        return new ProviderCredential(
                new CredentialId(found.get(ID)),
                found.get(PROVIDER),
                CredentialSource.valueOf(found.get(SOURCE)),
                reason == null ? null : DisabledReason.valueOf(reason),
                new CredentialBudget(budget == null ? null : Money.ofUnits(budget), found.get(AUTO_DISABLE)),
                URI.create(found.get(BASE_URL)),
                found.get(SECRET_VERSION),
                Timestamps.instant(found.get(PREVIOUS_UNTIL)),
                Objects.requireNonNull(Timestamps.instant(found.get(VALIDATED_AT))),
                found.get(VERSION),
                Objects.requireNonNull(Timestamps.instant(found.get(CREATED_AT))),
                Objects.requireNonNull(Timestamps.instant(found.get(UPDATED_AT))));
    }

    private static <T> Field<T> own(String column, Class<T> type) {
        return field(name("provider_credential", column), type);
    }

    private static <T> Field<T> present(String column, Class<T> type) {
        return field(name("provider_secret", column), type);
    }
}
