package dev.tollgate.access;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.tollgate.core.AccountId;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.tenancy.Timestamps;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The statements on account, whatever the organization. */
final class AccountTable {

    private static final Table<Record> ACCOUNT = table(name("account"));
    private static final Field<UUID> ID = field(name("account_id"), UUID.class);
    private static final Field<String> EMAIL = field(name("email"), String.class);
    private static final Field<String> NAME = field(name("name"), String.class);
    private static final Field<String> PASSWORD_HASH = field(name("password_hash"), String.class);
    private static final Field<UUID> ORGANIZATION_ID = field(name("organization_id"), UUID.class);
    private static final Field<Integer> FAILED_SIGN_INS = field(name("failed_sign_ins"), Integer.class);
    private static final Field<OffsetDateTime> LOCKED_UNTIL = field(name("locked_until"), OffsetDateTime.class);
    private static final Field<OffsetDateTime> CREATED_AT = field(name("created_at"), OffsetDateTime.class);
    private static final Field<OffsetDateTime> DELETED_AT = field(name("deleted_at"), OffsetDateTime.class);
    private static final Field<OffsetDateTime> OPERATOR_SINCE = field(name("operator_since"), OffsetDateTime.class);

    private final DSLContext sql;

    AccountTable(DSLContext sql) {
        this.sql = sql;
    }

    /** What signing in needs to know of an account. */
    record Login(AccountId id, String passwordHash, SignInFailures failures) {}

    /** Stores the account; false when the email address is taken. */
    boolean insert(Account account, String passwordHash, OrganizationId organization, Instant now) {
        return sql.insertInto(ACCOUNT)
                        .set(ID, account.id().value())
                        .set(EMAIL, account.email())
                        .set(NAME, account.name())
                        .set(PASSWORD_HASH, passwordHash)
                        .set(ORGANIZATION_ID, organization.value())
                        .set(CREATED_AT, now.atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    Optional<Account> find(AccountId id) {
        return sql.select(ID, EMAIL, NAME)
                .from(ACCOUNT)
                .where(ID.eq(id.value()))
                .fetchOptional(AccountTable::read);
    }

    Map<AccountId, Account> find(Collection<AccountId> ids) {
        UUID[] values = ids.stream().map(AccountId::value).toArray(UUID[]::new);
        return sql
                .select(ID, EMAIL, NAME)
                .from(ACCOUNT)
                .where(ID.eq(DSL.any(values)))
                .fetch(AccountTable::read)
                .stream()
                .collect(Collectors.toMap(Account::id, Function.identity()));
    }

    /** The organization that the account's sessions are in. */
    Optional<OrganizationId> organization(AccountId id) {
        return sql.select(ORGANIZATION_ID)
                .from(ACCOUNT)
                .where(ID.eq(id.value()))
                .fetchOptional(found -> new OrganizationId(found.get(ORGANIZATION_ID)));
    }

    /** The organization that is told of what they do: the one their sessions begin in, or another of theirs once they left that. */
    Optional<OrganizationId> home(AccountId id) {
        Field<UUID> joined = field(name("account_organization", "organization_id"), UUID.class);
        Field<UUID> first = field(name("account", "organization_id"), UUID.class);
        return sql.select(DSL.coalesce(joined, first))
                .from(ACCOUNT)
                .leftJoin(table(name("account_organization")))
                .using(ID)
                .where(ID.eq(id.value()))
                .orderBy(DSL.coalesce(joined, first).eq(first).desc(), joined)
                .limit(1)
                .fetchOptional(found -> new OrganizationId(found.value1()));
    }

    /** The account unless it is deleted; nobody else changes it, or joins anything with it, until the transaction ends. */
    Optional<Account> lock(AccountId id) {
        return sql.select(ID, EMAIL, NAME)
                .from(ACCOUNT)
                .where(ID.eq(id.value()), DELETED_AT.isNull())
                .forUpdate()
                .fetchOptional(AccountTable::read);
    }

    /** Whether the account is there and not deleted, which it stays until the transaction ends. */
    boolean hold(AccountId id) {
        return sql.select(ID)
                .from(ACCOUNT)
                .where(ID.eq(id.value()), DELETED_AT.isNull())
                .forShare()
                .fetchOptional()
                .isPresent();
    }

    Optional<Account> find(EmailAddress email) {
        return sql.select(ID, EMAIL, NAME)
                .from(ACCOUNT)
                .where(EMAIL.eq(email.value()))
                .fetchOptional(AccountTable::read);
    }

    boolean isOperator(AccountId id) {
        return sql.fetchExists(ACCOUNT, ID.eq(id.value()), OPERATOR_SINCE.isNotNull());
    }

    List<Account> operators() {
        return sql.select(ID, EMAIL, NAME)
                .from(ACCOUNT)
                .where(OPERATOR_SINCE.isNotNull())
                .orderBy(OPERATOR_SINCE, ID)
                .fetch(AccountTable::read);
    }

    /** The operators, whom nobody else changes until the transaction ends. */
    Set<AccountId> lockOperators() {
        return Set.copyOf(sql.select(ID)
                .from(ACCOUNT)
                .where(OPERATOR_SINCE.isNotNull())
                .orderBy(ID)
                .forUpdate()
                .fetch(found -> new AccountId(found.value1())));
    }

    /** Makes them an operator, since before when they are one already; null: none. */
    void setOperator(AccountId id, @Nullable Instant since) {
        sql.update(ACCOUNT)
                .set(OPERATOR_SINCE, since == null ? null : DSL.coalesce(OPERATOR_SINCE, DSL.val(offset(since))))
                .where(ID.eq(id.value()))
                .execute();
    }

    void setPassword(AccountId id, String passwordHash) {
        sql.update(ACCOUNT)
                .set(PASSWORD_HASH, passwordHash)
                .where(ID.eq(id.value()))
                .execute();
    }

    void setName(AccountId id, String name) {
        sql.update(ACCOUNT).set(NAME, name).where(ID.eq(id.value())).execute();
    }

    /** Leaves the id and nothing that tells whose it was. No password has the hash, and no address the form. */
    void forget(AccountId id, Instant now) {
        sql.update(ACCOUNT)
                .set(EMAIL, "deleted " + id)
                .set(NAME, "Deleted user")
                .set(PASSWORD_HASH, Passwords.NONE)
                .set(DELETED_AT, offset(now))
                .setNull(OPERATOR_SINCE)
                .where(ID.eq(id.value()))
                .execute();
    }

    Optional<Login> login(EmailAddress email) {
        return login(EMAIL.eq(email.value()));
    }

    Optional<Login> login(AccountId id) {
        return login(ID.eq(id.value()));
    }

    private Optional<Login> login(Condition whose) {
        return sql.select(ID, PASSWORD_HASH, FAILED_SIGN_INS, LOCKED_UNTIL)
                .from(ACCOUNT)
                .where(whose, DELETED_AT.isNull())
                .fetchOptional(found -> new Login(
                        new AccountId(found.get(ID)),
                        found.get(PASSWORD_HASH),
                        new SignInFailures(found.get(FAILED_SIGN_INS), Timestamps.instant(found.get(LOCKED_UNTIL)))));
    }

    /** Counts failures on, unless somebody else has counted since they were read; then it is false. */
    boolean replace(AccountId id, SignInFailures read, SignInFailures next) {
        return update(ID.eq(id.value()).and(FAILED_SIGN_INS.eq(read.count())), next) == 1;
    }

    void forgive(AccountId id) {
        update(ID.eq(id.value()), SignInFailures.NONE);
    }

    private int update(Condition condition, SignInFailures failures) {
        return sql.update(ACCOUNT)
                .set(FAILED_SIGN_INS, failures.count())
                .set(LOCKED_UNTIL, offset(failures.lockedUntil()))
                .where(condition)
                .execute();
    }

    private static Account read(Record found) {
        return new Account(new AccountId(found.get(ID)), found.get(EMAIL), found.get(NAME));
    }

    private static @Nullable OffsetDateTime offset(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
