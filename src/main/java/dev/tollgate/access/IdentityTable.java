package dev.tollgate.access;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.tollgate.core.AccountId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The statements on account_identity, whatever the organization. */
final class IdentityTable {

    private static final Table<Record> ACCOUNT_IDENTITY = table(name("account_identity"));
    private static final Field<String> ISSUER = field(name("issuer"), String.class);
    private static final Field<String> SUBJECT = field(name("subject"), String.class);
    private static final Field<UUID> ACCOUNT_ID = field(name("account_id"), UUID.class);
    private static final Field<OffsetDateTime> LINKED_AT = field(name("linked_at"), OffsetDateTime.class);

    private final DSLContext sql;

    IdentityTable(DSLContext sql) {
        this.sql = sql;
    }

    Optional<AccountId> account(ExternalIdentity identity) {
        return sql.select(ACCOUNT_ID)
                .from(ACCOUNT_IDENTITY)
                .where(ISSUER.eq(identity.issuer()), SUBJECT.eq(identity.subject()))
                .fetchOptional(found -> new AccountId(found.get(ACCOUNT_ID)));
    }

    /** Which identity of an issuer the account belongs to; empty when to none. */
    Optional<String> subject(String issuer, AccountId account) {
        return sql.select(SUBJECT)
                .from(ACCOUNT_IDENTITY)
                .where(ACCOUNT_ID.eq(account.value()), ISSUER.eq(issuer))
                .fetchOptional(SUBJECT);
    }

    /** Links the identity; false when it, or another of the issuer, is linked already. */
    boolean insert(ExternalIdentity identity, AccountId account, Instant now) {
        return sql.insertInto(ACCOUNT_IDENTITY)
                        .set(ISSUER, identity.issuer())
                        .set(SUBJECT, identity.subject())
                        .set(ACCOUNT_ID, account.value())
                        .set(LINKED_AT, now.atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Whether the account belongs to any identity. */
    boolean isLinked(AccountId account) {
        return sql.fetchExists(ACCOUNT_IDENTITY, ACCOUNT_ID.eq(account.value()));
    }

    /** Takes the account from all identities but this one. */
    void deleteOthers(ExternalIdentity identity, AccountId account) {
        sql.deleteFrom(ACCOUNT_IDENTITY)
                .where(ACCOUNT_ID.eq(account.value()))
                .andNot(ISSUER.eq(identity.issuer()).and(SUBJECT.eq(identity.subject())))
                .execute();
    }

    void delete(AccountId account) {
        sql.deleteFrom(ACCOUNT_IDENTITY).where(ACCOUNT_ID.eq(account.value())).execute();
    }
}
