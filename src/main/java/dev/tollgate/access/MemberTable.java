package dev.tollgate.access;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.tollgate.core.AccountId;
import dev.tollgate.core.OrganizationId;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The statements on member, each for one organization. */
final class MemberTable {

    private static final Table<Record> MEMBER = table(name("member"));
    private static final Field<UUID> ORGANIZATION_ID = field(name("organization_id"), UUID.class);
    private static final Field<UUID> ACCOUNT_ID = field(name("account_id"), UUID.class);
    private static final Field<String> ROLE = field(name("role"), String.class);

    private final DSLContext sql;
    private final OrganizationId organization;

    MemberTable(DSLContext sql, OrganizationId organization) {
        this.sql = sql;
        this.organization = organization;
    }

    void insert(AccountId account, Role role) {
        sql.insertInto(MEMBER)
                .set(ORGANIZATION_ID, organization.value())
                .set(ACCOUNT_ID, account.value())
                .set(ROLE, role.name())
                .execute();
    }

    Optional<Role> role(AccountId account) {
        return sql.select(ROLE)
                .from(MEMBER)
                .where(ORGANIZATION_ID.eq(organization.value()), ACCOUNT_ID.eq(account.value()))
                .fetchOptional(found -> Role.valueOf(found.get(ROLE)));
    }
}
