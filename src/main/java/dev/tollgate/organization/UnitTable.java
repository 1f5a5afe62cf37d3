package dev.tollgate.organization;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.tollgate.core.OrganizationId;
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
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The statements on organization_unit, each for one organization. */
final class UnitTable {

    private static final Table<Record> UNIT = table(name("organization_unit"));
    private static final Field<UUID> ORGANIZATION_ID = field(name("organization_id"), UUID.class);
    private static final Field<UUID> ID = field(name("unit_id"), UUID.class);
    private static final Field<String> KIND = field(name("kind"), String.class);
    private static final Field<String> KEY = field(name("key"), String.class);
    private static final Field<String> NAME = field(name("name"), String.class);
    private static final Field<OffsetDateTime> CREATED_AT = field(name("created_at"), OffsetDateTime.class);
    private static final List<Field<?>> COLUMNS = List.of(ID, KIND, KEY, NAME, CREATED_AT);

    private final DSLContext sql;
    private final OrganizationId organization;
    private final Condition ours;

    UnitTable(DSLContext sql, OrganizationId organization) {
        this.sql = sql;
        this.organization = organization;
        this.ours = ORGANIZATION_ID.eq(organization.value());
    }

    /** Stores the unit; false when there is one of its kind by its key. */
    boolean insert(Unit unit) {
        return sql.insertInto(UNIT)
                        .set(ORGANIZATION_ID, organization.value())
                        .set(ID, unit.id())
                        .set(KIND, unit.kind().name())
                        .set(KEY, unit.key())
                        .set(NAME, unit.name())
                        .set(CREATED_AT, unit.createdAt().atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** The unit, which nobody else changes until the transaction ends. */
    Optional<Unit> lock(UnitKind kind, UUID id) {
        return sql.select(COLUMNS)
                .from(UNIT)
                .where(ours, KIND.eq(kind.name()), ID.eq(id))
                .forUpdate()
                .fetchOptional(UnitTable::read);
    }

    void rename(UUID id, String name) {
        sql.update(UNIT).set(NAME, name).where(ours, ID.eq(id)).execute();
    }

    void delete(UUID id) {
        sql.deleteFrom(UNIT).where(ours, ID.eq(id)).execute();
    }

    /** By their keys, after one. */
    List<Unit> inOrder(UnitKind kind, @Nullable String after, int limit) {
        return sql.select(COLUMNS)
                .from(UNIT)
                .where(ours, KIND.eq(kind.name()), after == null ? DSL.noCondition() : KEY.gt(after))
                .orderBy(KEY)
                .limit(limit)
                .fetch(UnitTable::read);
    }

    int count(UnitKind kind) {
        return sql.fetchCount(UNIT, ours.and(KIND.eq(kind.name())));
    }

    private static Unit read(Record found) {
        return new Unit(
                found.get(ID),
                UnitKind.valueOf(found.get(KIND)),
                found.get(KEY),
                found.get(NAME),
                found.get(CREATED_AT).toInstant());
    }
}
