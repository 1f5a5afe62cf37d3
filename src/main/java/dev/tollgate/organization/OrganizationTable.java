package dev.tollgate.organization;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.tenancy.Timestamps;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The statements on organization, whatever is bound. */
final class OrganizationTable {

    private static final Table<Record> ORGANIZATION = table(name("organization"));
    private static final Field<UUID> ID = field(name("organization_id"), UUID.class);
    private static final Field<String> SLUG = field(name("slug"), String.class);
    private static final Field<String> NAME = field(name("name"), String.class);
    private static final Field<String> TIME_ZONE = field(name("time_zone"), String.class);
    private static final Field<OffsetDateTime> CREATED_AT = field(name("created_at"), OffsetDateTime.class);
    private static final Field<OffsetDateTime> SUSPENDED_AT = field(name("suspended_at"), OffsetDateTime.class);
    private static final Field<String> SUSPENSION_REASON = field(name("suspension_reason"), String.class);
    private static final List<Field<?>> COLUMNS =
            List.of(ID, SLUG, NAME, TIME_ZONE, CREATED_AT, SUSPENDED_AT, SUSPENSION_REASON);

    private final DSLContext sql;

    OrganizationTable(DSLContext sql) {
        this.sql = sql;
    }

    /** Stores the organization; throws when the slug is taken. */
    void insert(Organization organization, Instant now) {
        sql.insertInto(ORGANIZATION)
                .set(ID, organization.id().value())
                .set(SLUG, organization.slug())
                .set(NAME, organization.name())
                .set(TIME_ZONE, organization.timeZone().getId())
                .set(CREATED_AT, Timestamps.of(now))
                .execute();
    }

    Optional<RegisteredOrganization> find(OrganizationId id) {
        return sql.select(COLUMNS).from(ORGANIZATION).where(ID.eq(id.value())).fetchOptional(OrganizationTable::read);
    }

    Optional<RegisteredOrganization> find(String slug) {
        return sql.select(COLUMNS).from(ORGANIZATION).where(SLUG.eq(slug)).fetchOptional(OrganizationTable::read);
    }

    /** The organization, which nobody else changes until the transaction ends. */
    Optional<RegisteredOrganization> lock(OrganizationId id) {
        return sql.select(COLUMNS)
                .from(ORGANIZATION)
                .where(ID.eq(id.value()))
                .forUpdate()
                .fetchOptional(OrganizationTable::read);
    }

    /** All of them, by slug. */
    List<Organization> all() {
        return sql.select(COLUMNS)
                .from(ORGANIZATION)
                .orderBy(SLUG)
                .fetch(found -> read(found).organization());
    }

    List<RegisteredOrganization> bySlug(OrganizationSearch search, @Nullable String after, int limit) {
        return sql.select(COLUMNS)
                .from(ORGANIZATION)
                .where(condition(search), after == null ? noCondition() : SLUG.gt(after))
                .orderBy(SLUG)
                .limit(limit)
                .fetch(OrganizationTable::read);
    }

    int count(OrganizationSearch search) {
        return sql.fetchCount(ORGANIZATION, condition(search));
    }

    Set<OrganizationId> suspended() {
        return sql.select(ID)
                .from(ORGANIZATION)
                .where(SUSPENDED_AT.isNotNull())
                .fetchSet(found -> new OrganizationId(found.value1()));
    }

    void setName(OrganizationId id, String name) {
        sql.update(ORGANIZATION).set(NAME, name).where(ID.eq(id.value())).execute();
    }

    void setSuspension(OrganizationId id, @Nullable Suspension suspension) {
        sql.update(ORGANIZATION)
                .set(SUSPENDED_AT, suspension == null ? null : Timestamps.of(suspension.since()))
                .set(SUSPENSION_REASON, suspension == null ? null : suspension.reason())
                .where(ID.eq(id.value()))
                .execute();
    }

    private static Condition condition(OrganizationSearch search) {
        Condition text = search.text() == null
                ? noCondition()
                : SLUG.containsIgnoreCase(search.text()).or(NAME.containsIgnoreCase(search.text()));
        if (search.suspended() == null) {
            return text;
        }
        return text.and(search.suspended() ? SUSPENDED_AT.isNotNull() : SUSPENDED_AT.isNull());
    }

    private static RegisteredOrganization read(Record found) {
        Instant since = Timestamps.instant(found.get(SUSPENDED_AT));
        return new RegisteredOrganization(
                new Organization(
                        new OrganizationId(found.get(ID)),
                        found.get(SLUG),
                        found.get(NAME),
                        ZoneId.of(found.get(TIME_ZONE))),
                found.get(CREATED_AT).toInstant(),
                since == null ? null : new Suspension(since, Objects.requireNonNull(found.get(SUSPENSION_REASON))));
    }
}
