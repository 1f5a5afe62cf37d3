package dev.tollgate.access;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.tenancy.Timestamps;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The statements on invitation, each for one organization. */
final class InvitationTable {

    private static final Table<Record> INVITATION = table(name("invitation"));
    private static final Field<UUID> ORGANIZATION_ID = field(name("organization_id"), UUID.class);
    private static final Field<UUID> ID = field(name("invitation_id"), UUID.class);
    private static final Field<String> EMAIL = field(name("email"), String.class);
    private static final Field<String> ROLE = field(name("role"), String.class);
    private static final Field<OffsetDateTime> INVITED_AT = field(name("invited_at"), OffsetDateTime.class);
    private static final Field<OffsetDateTime> EXPIRES_AT = field(name("expires_at"), OffsetDateTime.class);
    private static final Field<OffsetDateTime> ACCEPTED_AT = field(name("accepted_at"), OffsetDateTime.class);
    private static final Field<OffsetDateTime> REVOKED_AT = field(name("revoked_at"), OffsetDateTime.class);
    private static final List<Field<?>> COLUMNS =
            List.of(ID, EMAIL, ROLE, INVITED_AT, EXPIRES_AT, ACCEPTED_AT, REVOKED_AT);

    private final DSLContext sql;
    private final OrganizationId organization;
    private final Condition ours;

    InvitationTable(DSLContext sql, OrganizationId organization) {
        this.sql = sql;
        this.organization = organization;
        this.ours = ORGANIZATION_ID.eq(organization.value());
    }

    void insert(Invitation invitation) {
        sql.insertInto(INVITATION)
                .set(ORGANIZATION_ID, organization.value())
                .set(ID, invitation.id())
                .set(EMAIL, invitation.email())
                .set(ROLE, invitation.role().name())
                .set(INVITED_AT, invitation.invitedAt().atOffset(ZoneOffset.UTC))
                .set(EXPIRES_AT, invitation.expiresAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** The invitation, which nobody else changes until the transaction ends. */
    Optional<Invitation> lock(UUID id) {
        return sql.select(COLUMNS)
                .from(INVITATION)
                .where(ours, ID.eq(id))
                .forUpdate()
                .fetchOptional(InvitationTable::read);
    }

    Optional<Invitation> find(UUID id) {
        return sql.select(COLUMNS).from(INVITATION).where(ours, ID.eq(id)).fetchOptional(InvitationTable::read);
    }

    /** Those that can still be accepted, newest first. */
    List<Invitation> open(Instant now, int most) {
        return sql.select(COLUMNS)
                .from(INVITATION)
                .where(ours, ACCEPTED_AT.isNull(), REVOKED_AT.isNull(), EXPIRES_AT.gt(now.atOffset(ZoneOffset.UTC)))
                .orderBy(INVITED_AT.desc(), ID)
                .limit(most)
                .fetch(InvitationTable::read);
    }

    void accept(UUID id, Instant now) {
        set(id, ACCEPTED_AT, now);
    }

    void revoke(UUID id, Instant now) {
        set(id, REVOKED_AT, now);
    }

    /** Takes back all that could still be accepted with an address; returns them. */
    List<UUID> revoke(String email, Instant now) {
        return sql.update(INVITATION)
                .set(REVOKED_AT, now.atOffset(ZoneOffset.UTC))
                .where(ours, EMAIL.eq(email), ACCEPTED_AT.isNull(), REVOKED_AT.isNull())
                .returning(ID)
                .fetch(ID);
    }

    /** Takes an address out of all invitations. */
    void forget(String email) {
        sql.update(INVITATION).set(EMAIL, "").where(ours, EMAIL.eq(email)).execute();
    }

    private void set(UUID id, Field<OffsetDateTime> field, Instant now) {
        sql.update(INVITATION)
                .set(field, now.atOffset(ZoneOffset.UTC))
                .where(ours, ID.eq(id))
                .execute();
    }

    private static Invitation read(Record found) {
        return new Invitation(
                found.get(ID),
                found.get(EMAIL),
                Role.valueOf(found.get(ROLE)),
                found.get(INVITED_AT).toInstant(),
                found.get(EXPIRES_AT).toInstant(),
                Timestamps.instant(found.get(ACCEPTED_AT)),
                Timestamps.instant(found.get(REVOKED_AT)));
    }
}
