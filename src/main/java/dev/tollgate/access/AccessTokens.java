package dev.tollgate.access;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.tollgate.core.OrganizationId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The statements on access_token, whatever the organization. */
final class AccessTokens {

    private static final Table<Record> ACCESS_TOKEN = table(name("access_token"));
    private static final Field<byte[]> TOKEN_HASH = field(name("token_hash"), byte[].class);
    private static final Field<UUID> ORGANIZATION_ID = field(name("organization_id"), UUID.class);
    private static final Field<String> PURPOSE = field(name("purpose"), String.class);
    private static final Field<UUID> SUBJECT_ID = field(name("subject_id"), UUID.class);
    private static final Field<OffsetDateTime> EXPIRES_AT = field(name("expires_at"), OffsetDateTime.class);

    private final DSLContext sql;

    AccessTokens(DSLContext sql) {
        this.sql = sql;
    }

    /** What a token is for. */
    enum Purpose {
        INVITATION,
        PASSWORD_RESET
    }

    /** Whom or what a token lets in. */
    record Subject(OrganizationId organization, Purpose purpose, UUID id) {}

    /** Makes a token; the ones that the subject had are void. */
    LinkToken issue(Subject subject, Instant expiresAt) {
        revoke(subject);
        LinkToken token = LinkToken.random();
        sql.insertInto(ACCESS_TOKEN)
                .set(TOKEN_HASH, token.hash())
                .set(ORGANIZATION_ID, subject.organization().value())
                .set(PURPOSE, subject.purpose().name())
                .set(SUBJECT_ID, subject.id())
                .set(EXPIRES_AT, expiresAt.atOffset(ZoneOffset.UTC))
                .execute();
        return token;
    }

    void revoke(Subject subject) {
        sql.deleteFrom(ACCESS_TOKEN)
                .where(
                        ORGANIZATION_ID.eq(subject.organization().value()),
                        PURPOSE.eq(subject.purpose().name()),
                        SUBJECT_ID.eq(subject.id()))
                .execute();
    }

    /** Whom a token lets in now; empty when it is none, was used or has expired. */
    Optional<Subject> find(LinkToken token, Purpose purpose, Instant now) {
        return sql.select(ORGANIZATION_ID, SUBJECT_ID)
                .from(ACCESS_TOKEN)
                .where(usable(token, purpose, now))
                .fetchOptional(found ->
                        new Subject(new OrganizationId(found.get(ORGANIZATION_ID)), purpose, found.get(SUBJECT_ID)));
    }

    /** Uses the token up; false when somebody else has. */
    boolean use(LinkToken token, Purpose purpose, Instant now) {
        return sql.deleteFrom(ACCESS_TOKEN).where(usable(token, purpose, now)).execute() == 1;
    }

    private static Condition usable(LinkToken token, Purpose purpose, Instant now) {
        return TOKEN_HASH
                .eq(token.hash())
                .and(PURPOSE.eq(purpose.name()))
                .and(EXPIRES_AT.gt(now.atOffset(ZoneOffset.UTC)));
    }
}
