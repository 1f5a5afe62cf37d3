package dev.tollgate.organization;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tollgate.audit.AuditTrail;
import dev.tollgate.audit.AuditedAction;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.tenancy.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The organizations of this installation. What is read may be a few seconds old. */
@Component
public class Organizations {

    private static final Table<Record> ORGANIZATION = table(name("organization"));
    private static final Field<UUID> ID = field(name("organization_id"), UUID.class);
    private static final Field<String> SLUG = field(name("slug"), String.class);
    private static final Field<String> NAME = field(name("name"), String.class);
    private static final Field<String> TIME_ZONE = field(name("time_zone"), String.class);
    private static final Field<OffsetDateTime> CREATED_AT = field(name("created_at"), OffsetDateTime.class);

    private final DSLContext sql;
    private final TenantTransactions transactions;
    private final AuditTrail audit;
    private final Clock clock;
    private final Cache<OrganizationId, Optional<Organization>> byId = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(5))
            .build();

    Organizations(DSLContext sql, TenantTransactions transactions, AuditTrail audit, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** The organization; empty when there is none. */
    public Optional<Organization> find(OrganizationId id) {
        return byId.get(id, key -> Optional.ofNullable(one(ID.eq(key.value()))));
    }

    /** The organization that must exist; throws {@link IllegalArgumentException} when it does not. */
    public Organization get(OrganizationId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no organization " + id));
    }

    /** The organization by its slug; empty when there is none. */
    public Optional<Organization> findBySlug(String slug) {
        // The database refuses a question with NUL in it.
        return slug.indexOf(0) < 0 ? Optional.ofNullable(one(SLUG.eq(slug))) : Optional.empty();
    }

    /** Every organization, by slug. */
    public List<Organization> all() {
        return sql.select(ID, SLUG, NAME, TIME_ZONE)
                .from(ORGANIZATION)
                .orderBy(SLUG)
                .fetch(Organizations::read);
    }

    /** Creates an organization; throws when the slug is taken. */
    public Organization create(String slug, String name, ZoneId timeZone) {
        Organization created = new Organization(new OrganizationId(UUID.randomUUID()), slug, name, timeZone);
        sql.insertInto(ORGANIZATION)
                .set(ID, created.id().value())
                .set(SLUG, slug)
                .set(NAME, name)
                .set(TIME_ZONE, timeZone.getId())
                .set(CREATED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        return created;
    }

    /** Gives an organization another name, 1 to 100 characters; BAD_USER_INPUT when it cannot be one. */
    public Organization rename(OrganizationId id, Cause cause, String name) {
        String checked = UnitText.required("name", name, 100);
        Organization renamed = transactions.write(id, bound -> {
            Organization before = Objects.requireNonNull(one(ID.eq(id.value())));
            bound.update(ORGANIZATION)
                    .set(NAME, checked)
                    .where(ID.eq(id.value()))
                    .execute();
            audit.record(
                    bound,
                    id,
                    cause,
                    new AuditedAction(
                            "updateOrganization",
                            new AuditedAction.Target("Organization", id.toString()),
                            Map.of("name", before.name()),
                            Map.of("name", checked)));
            return new Organization(id, before.slug(), checked, before.timeZone());
        });
        byId.invalidate(id);
        return renamed;
    }

    private @Nullable Organization one(Condition condition) {
        return sql.select(ID, SLUG, NAME, TIME_ZONE)
                .from(ORGANIZATION)
                .where(condition)
                .fetchOne(Organizations::read);
    }

    private static Organization read(Record row) {
        return new Organization(
                new OrganizationId(row.get(ID)), row.get(SLUG), row.get(NAME), ZoneId.of(row.get(TIME_ZONE)));
    }
}
