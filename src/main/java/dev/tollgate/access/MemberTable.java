package dev.tollgate.access;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.table;

import dev.tollgate.core.AccountId;
import dev.tollgate.core.OrganizationId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
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
import org.jooq.Record2;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The statements on member, each for one organization, and on account_organization, which tells the same from the other side. */
final class MemberTable {

    private static final Table<Record> MEMBER = table(name("member"));
    private static final Field<UUID> ORGANIZATION_ID = field(name("member", "organization_id"), UUID.class);
    private static final Field<UUID> ACCOUNT_ID = field(name("member", "account_id"), UUID.class);
    private static final Field<String> ROLE = field(name("member", "role"), String.class);
    private static final Field<OffsetDateTime> JOINED_AT = field(name("member", "joined_at"), OffsetDateTime.class);
    private static final Field<OffsetDateTime> SUSPENDED_AT =
            field(name("member", "suspended_at"), OffsetDateTime.class);

    private static final Table<Record> ACCOUNT = table(name("account"));
    private static final Field<UUID> PERSON = field(name("account", "account_id"), UUID.class);
    private static final Field<String> EMAIL = field(name("account", "email"), String.class);
    private static final Field<String> NAME = field(name("account", "name"), String.class);
    private static final List<Field<?>> COLUMNS = List.of(ACCOUNT_ID, EMAIL, NAME, ROLE, JOINED_AT, SUSPENDED_AT);

    private static final Table<Record> ACCOUNT_ORGANIZATION = table(name("account_organization"));
    private static final Field<UUID> BELONGS_TO = field(name("organization_id"), UUID.class);
    private static final Field<UUID> WHO = field(name("account_id"), UUID.class);

    private final DSLContext sql;
    private final OrganizationId organization;
    private final Condition ours;

    MemberTable(DSLContext sql, OrganizationId organization) {
        this.sql = sql;
        this.organization = organization;
        this.ours = ORGANIZATION_ID.eq(organization.value());
    }

    /** Adds a member; false when they are one already. */
    boolean insert(AccountId account, Role role, Instant now) {
        int added = sql.insertInto(MEMBER)
                .columns(
                        field(name("organization_id"), UUID.class),
                        WHO,
                        field(name("role"), String.class),
                        field(name("joined_at"), OffsetDateTime.class))
                .values(organization.value(), account.value(), role.name(), at(now))
                .onConflictDoNothing()
                .execute();
        sql.insertInto(ACCOUNT_ORGANIZATION, WHO, BELONGS_TO)
                .values(account.value(), organization.value())
                .onConflictDoNothing()
                .execute();
        return added == 1;
    }

    void delete(AccountId account) {
        sql.deleteFrom(MEMBER).where(ours, ACCOUNT_ID.eq(account.value())).execute();
        sql.deleteFrom(ACCOUNT_ORGANIZATION)
                .where(BELONGS_TO.eq(organization.value()), WHO.eq(account.value()))
                .execute();
    }

    /** What the person may act as; empty when they are no member, or suspended. */
    Optional<Role> role(AccountId account) {
        return sql.select(ROLE)
                .from(MEMBER)
                .where(ours, ACCOUNT_ID.eq(account.value()), SUSPENDED_AT.isNull())
                .fetchOptional(found -> Role.valueOf(found.get(ROLE)));
    }

    Optional<Member> find(AccountId account) {
        return sql.select(COLUMNS)
                .from(MEMBER)
                .join(ACCOUNT)
                .on(PERSON.eq(ACCOUNT_ID))
                .where(ours, ACCOUNT_ID.eq(account.value()))
                .fetchOptional(MemberTable::read);
    }

    List<Member> inOrder(@Nullable MemberPosition after, int limit) {
        Condition behind = after == null
                ? DSL.noCondition()
                : row(JOINED_AT, ACCOUNT_ID)
                        .gt(row(at(after.joinedAt()), after.account().value()));
        return sql.select(COLUMNS)
                .from(MEMBER)
                .join(ACCOUNT)
                .on(PERSON.eq(ACCOUNT_ID))
                .where(ours, behind)
                .orderBy(JOINED_AT, ACCOUNT_ID)
                .limit(limit)
                .fetch(MemberTable::read);
    }

    int count() {
        return sql.fetchCount(MEMBER, ours);
    }

    /** The owners who can act, whom nobody else changes until the transaction ends. */
    Set<AccountId> lockOwners() {
        return sql
                .select(ACCOUNT_ID)
                .from(MEMBER)
                .where(ours, ROLE.eq(Role.OWNER.name()), SUSPENDED_AT.isNull())
                .orderBy(ACCOUNT_ID)
                .forUpdate()
                .fetch(found -> new AccountId(found.get(ACCOUNT_ID)))
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    void setRole(AccountId account, Role role) {
        sql.update(MEMBER)
                .set(field(name("role"), String.class), role.name())
                .where(ours, ACCOUNT_ID.eq(account.value()))
                .execute();
    }

    void setSuspended(AccountId account, @Nullable Instant since) {
        sql.update(MEMBER)
                .set(field(name("suspended_at"), OffsetDateTime.class), since == null ? null : at(since))
                .where(ours, ACCOUNT_ID.eq(account.value()))
                .execute();
    }

    /** The organizations that a person belongs to, suspended there or not, whatever is bound. */
    static List<OrganizationId> organizations(DSLContext sql, AccountId account) {
        return sql.select(BELONGS_TO)
                .from(ACCOUNT_ORGANIZATION)
                .where(WHO.eq(account.value()))
                .orderBy(BELONGS_TO)
                .fetch(found -> new OrganizationId(found.get(BELONGS_TO)));
    }

    /** How many people belong to each of these organizations, whatever is bound; one without any is left out. */
    static Map<OrganizationId, Integer> counts(DSLContext sql, Collection<OrganizationId> organizations) {
        UUID[] ids = organizations.stream().map(OrganizationId::value).toArray(UUID[]::new);
        return sql.select(BELONGS_TO, DSL.count())
                .from(ACCOUNT_ORGANIZATION)
                .where(BELONGS_TO.eq(DSL.any(ids)))
                .groupBy(BELONGS_TO)
                .fetchMap(found -> new OrganizationId(found.value1()), Record2::value2);
    }

    private static Member read(Record found) {
        OffsetDateTime suspendedAt = found.get(SUSPENDED_AT);
        return new Member(
                new Account(new AccountId(found.get(ACCOUNT_ID)), found.get(EMAIL), found.get(NAME)),
                Role.valueOf(found.get(ROLE)),
                found.get(JOINED_AT).toInstant(),
                suspendedAt == null ? null : suspendedAt.toInstant());
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
