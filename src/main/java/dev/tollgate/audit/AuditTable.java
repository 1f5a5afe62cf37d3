package dev.tollgate.audit;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.TimeWindow;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The statements on audit_entry, each for one organization, within the transaction that the context belongs to. */
final class AuditTable {

    private static final Table<Record> AUDIT_ENTRY = table(name("audit_entry"));
    private static final Field<UUID> ORGANIZATION_ID = field(name("organization_id"), UUID.class);
    private static final Field<Long> SEQUENCE = field(name("sequence"), Long.class);
    private static final Field<OffsetDateTime> RECORDED_AT = field(name("recorded_at"), OffsetDateTime.class);
    private static final Field<String> ACTOR_TYPE = field(name("actor_type"), String.class);
    private static final Field<String> ACTOR_ID = field(name("actor_id"), String.class);
    private static final Field<String> ACTION = field(name("action"), String.class);
    private static final Field<String> OUTCOME = field(name("outcome"), String.class);
    private static final Field<String> TARGET_TYPE = field(name("target_type"), String.class);
    private static final Field<String> TARGET_ID = field(name("target_id"), String.class);
    private static final Field<JSON> BEFORE = field(name("before"), JSON.class);
    private static final Field<JSON> AFTER = field(name("after"), JSON.class);
    private static final Field<String> REASON = field(name("reason"), String.class);
    private static final Field<String> ADDRESS = field(name("address"), String.class);
    private static final Field<byte[]> PREVIOUS_HASH = field(name("previous_hash"), byte[].class);
    private static final Field<byte[]> HASH = field(name("hash"), byte[].class);

    private final DSLContext sql;
    private final OrganizationId organization;
    private final Condition ours;

    AuditTable(DSLContext sql, OrganizationId organization) {
        this.sql = sql;
        this.organization = organization;
        this.ours = ORGANIZATION_ID.eq(organization.value());
    }

    /** An entry as it is stored, with the links of the chain. */
    record Stored(AuditEntry entry, EntryHash previous, EntryHash hash) {}

    void insert(Stored stored) {
        AuditEntry entry = stored.entry();
        ActorColumns actor = ActorColumns.of(entry.actor());
        sql.insertInto(AUDIT_ENTRY)
                .set(ORGANIZATION_ID, organization.value())
                .set(SEQUENCE, entry.sequence())
                .set(RECORDED_AT, entry.recordedAt().atOffset(ZoneOffset.UTC))
                .set(ACTOR_TYPE, actor.type())
                .set(ACTOR_ID, actor.id())
                .set(ACTION, entry.action())
                .set(OUTCOME, entry.outcome().name())
                .set(TARGET_TYPE, entry.target().type())
                .set(TARGET_ID, entry.target().id())
                .set(BEFORE, JSON.jsonOrNull(entry.before()))
                .set(AFTER, JSON.jsonOrNull(entry.after()))
                .set(REASON, entry.reason())
                .set(ADDRESS, entry.address())
                .set(PREVIOUS_HASH, stored.previous().bytes())
                .set(HASH, stored.hash().bytes())
                .execute();
    }

    List<AuditEntry> newestFirst(AuditFilter filter, @Nullable Long before, int limit) {
        List<Condition> conditions = conditions(filter);
        if (before != null) {
            conditions.add(SEQUENCE.lt(before));
        }
        return sql.selectFrom(AUDIT_ENTRY)
                .where(conditions)
                .orderBy(SEQUENCE.desc())
                .limit(limit)
                .fetch(found -> read(found).entry());
    }

    int count(AuditFilter filter) {
        return sql.fetchCount(AUDIT_ENTRY, conditions(filter));
    }

    /** All entries, oldest first. To be closed. */
    Stream<Stored> oldestFirst() {
        return sql.selectFrom(AUDIT_ENTRY).where(ours).orderBy(SEQUENCE).fetchSize(1000).fetchLazy().stream()
                .map(AuditTable::read);
    }

    private List<Condition> conditions(AuditFilter filter) {
        List<Condition> conditions = new ArrayList<>(List.of(ours));
        TimeWindow window = filter.window();
        if (window != null) {
            conditions.add(RECORDED_AT.ge(window.from().atOffset(ZoneOffset.UTC)));
            conditions.add(RECORDED_AT.lt(window.to().atOffset(ZoneOffset.UTC)));
        }
        if (filter.actor() != null) {
            ActorColumns actor = ActorColumns.of(filter.actor());
            conditions.add(ACTOR_TYPE.eq(actor.type()).and(ACTOR_ID.isNotDistinctFrom(actor.id())));
        }
        if (!filter.actions().isEmpty()) {
            conditions.add(ACTION.in(filter.actions()));
        }
        if (filter.outcome() != null) {
            conditions.add(OUTCOME.eq(filter.outcome().name()));
        }
        if (filter.targetType() != null) {
            conditions.add(TARGET_TYPE.eq(filter.targetType()));
        }
        if (filter.targetId() != null) {
            conditions.add(TARGET_ID.eq(filter.targetId()));
        }
        return conditions;
    }

    private static Stored read(Record found) {
        AuditEntry entry = new AuditEntry(
                found.get(SEQUENCE),
                found.get(RECORDED_AT).toInstant(),
                new ActorColumns(found.get(ACTOR_TYPE), found.get(ACTOR_ID)).actor(),
                found.get(ACTION),
                AuditOutcome.valueOf(found.get(OUTCOME)),
                new AuditedAction.Target(found.get(TARGET_TYPE), found.get(TARGET_ID)),
                text(found.get(BEFORE)),
                text(found.get(AFTER)),
                found.get(REASON),
                found.get(ADDRESS));
        return new Stored(entry, EntryHash.of(found.get(PREVIOUS_HASH)), EntryHash.of(found.get(HASH)));
    }

    private static @Nullable String text(@Nullable JSON json) {
        return json == null ? null : json.data();
    }
}
