package dev.tollgate.quota;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.table;

import dev.tollgate.core.OrganizationId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
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
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The statements on quota and quota_book, each for one organization, within the transaction that the context belongs to. */
final class QuotaTable {

    private static final Table<Record> QUOTA = table(name("quota"));
    private static final Field<UUID> ORGANIZATION_ID = field(name("organization_id"), UUID.class);
    private static final Field<UUID> ID = field(name("quota_id"), UUID.class);
    private static final Field<String> NAME = field(name("name"), String.class);
    private static final Field<String> SCOPE = field(name("scope"), String.class);
    private static final Field<String> SCOPE_VALUE = field(name("scope_value"), String.class);
    private static final Field<String> PERIOD = field(name("period"), String.class);
    private static final Field<Integer> RESET_DAY = field(name("reset_day"), Integer.class);
    private static final Field<Integer> RESET_HOUR = field(name("reset_hour"), Integer.class);
    private static final Field<String> MODE = field(name("mode"), String.class);
    private static final Field<Integer> WARNING = field(name("warning_percent"), Integer.class);
    private static final Field<Integer> CRITICAL = field(name("critical_percent"), Integer.class);
    private static final Field<Boolean> FAIL_OPEN = field(name("fail_open"), Boolean.class);
    private static final Field<Integer> RATE_PER_SECOND = field(name("rate_per_second"), Integer.class);
    private static final Field<Integer> RATE_PER_MINUTE = field(name("rate_per_minute"), Integer.class);
    private static final Field<Integer> RATE_BURST = field(name("rate_burst"), Integer.class);
    private static final Field<OffsetDateTime> OVERRIDE_EXPIRES_AT =
            field(name("override_expires_at"), OffsetDateTime.class);
    private static final Field<Boolean> OVERRIDE_LOOKED = field(name("override_looked"), Boolean.class);
    private static final Field<String> OVERRIDE_REASON = field(name("override_reason"), String.class);
    private static final Field<Integer> VERSION = field(name("version"), Integer.class);
    private static final Field<OffsetDateTime> CREATED_AT = field(name("created_at"), OffsetDateTime.class);
    private static final LimitColumns LIMITS = LimitColumns.named("");
    private static final LimitColumns OVERRIDE = LimitColumns.named("override_");

    private static final String NEXT_REVISION = """
            INSERT INTO quota_book AS b (organization_id, revision) VALUES (?, 1)
            ON CONFLICT (organization_id) DO UPDATE SET revision = b.revision + 1
            RETURNING revision
            """;
    private static final String REVISION = "SELECT revision FROM quota_book WHERE organization_id = ?";

    private final DSLContext sql;
    private final OrganizationId organization;
    private final Condition ours;

    QuotaTable(DSLContext sql, OrganizationId organization) {
        this.sql = sql;
        this.organization = organization;
        this.ours = ORGANIZATION_ID.eq(organization.value());
    }

    /** Counts a change; others who change the organization's quotas wait from here to the end of the transaction. */
    void nextRevision() {
        sql.fetchSingle(NEXT_REVISION, organization.value());
    }

    /** How many changes there were. */
    long revision() {
        return sql.resultQuery(REVISION, organization.value())
                .fetchOptional(0, Long.class)
                .orElse(0L);
    }

    void insert(Quota quota) {
        Map<Field<?>, @Nullable Object> columns = changeable(quota);
        columns.put(ORGANIZATION_ID, organization.value());
        columns.put(ID, quota.id().value());
        columns.put(SCOPE, quota.scope().type().name());
        columns.put(SCOPE_VALUE, quota.scope().value());
        columns.put(PERIOD, quota.rule().period().name());
        columns.put(RESET_DAY, quota.rule().resetDay());
        columns.put(RESET_HOUR, quota.rule().resetHour());
        columns.put(CREATED_AT, quota.createdAt().atOffset(ZoneOffset.UTC));
        sql.insertInto(QUOTA).set(columns).execute();
    }

    void update(Quota quota) {
        sql.update(QUOTA)
                .set(changeable(quota))
                .where(ours, ID.eq(quota.id().value()))
                .execute();
    }

    boolean delete(QuotaId id) {
        return sql.deleteFrom(QUOTA).where(ours, ID.eq(id.value())).execute() > 0;
    }

    Optional<Quota> find(QuotaId id) {
        return sql.selectFrom(QUOTA).where(ours, ID.eq(id.value())).fetchOptional(this::read);
    }

    /** Those of them that there are, by name. */
    List<Quota> find(List<QuotaId> ids) {
        List<UUID> values = ids.stream().map(QuotaId::value).toList();
        return sql.selectFrom(QUOTA)
                .where(ours, ID.in(values))
                .orderBy(NAME, ID)
                .fetch(this::read);
    }

    List<Quota> all() {
        return sql.selectFrom(QUOTA).where(ours).fetch(this::read);
    }

    /** Those whose override has expired and whose status was not looked at since. */
    List<QuotaId> endedOverrides(Instant now) {
        return sql.select(ID)
                .from(QUOTA)
                .where(ours, OVERRIDE_LOOKED.isFalse(), OVERRIDE_EXPIRES_AT.le(now.atOffset(ZoneOffset.UTC)))
                .fetch(found -> new QuotaId(Objects.requireNonNull(found.get(ID))));
    }

    /** Notes that the status was looked at after the override expired, unless there is another one meanwhile. */
    void overrideLooked(QuotaId id, Instant at) {
        sql.update(QUOTA)
                .set(OVERRIDE_LOOKED, true)
                .where(ours, ID.eq(id.value()), OVERRIDE_EXPIRES_AT.le(at.atOffset(ZoneOffset.UTC)))
                .execute();
    }

    /** Those of which the condition holds, by name. */
    List<Quota> list(Condition which, @Nullable QuotaPosition after, int limit) {
        Condition behind = after == null
                ? DSL.noCondition()
                : row(NAME, ID).gt(after.name(), after.id().value());
        return sql.selectFrom(QUOTA)
                .where(ours, which, behind)
                .orderBy(NAME, ID)
                .limit(limit)
                .fetch(this::read);
    }

    int count(Condition which) {
        return sql.fetchCount(QUOTA, ours.and(which));
    }

    private static Map<Field<?>, @Nullable Object> changeable(Quota quota) {
        QuotaOverride override = quota.override();
        Map<Field<?>, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put(NAME, quota.name());
        columns.put(MODE, quota.mode().name());
        columns.put(WARNING, quota.warningPercent());
        columns.put(CRITICAL, quota.criticalPercent());
        columns.put(FAIL_OPEN, quota.failOpen());
        columns.put(RATE_PER_SECOND, quota.rate().perSecond());
        columns.put(RATE_PER_MINUTE, quota.rate().perMinute());
        columns.put(RATE_BURST, quota.rate().burst());
        columns.put(VERSION, quota.version());
        LIMITS.put(quota.limits(), columns);
        OVERRIDE.put(override == null ? null : override.limits(), columns);
        columns.put(
                OVERRIDE_EXPIRES_AT,
                override == null ? null : override.expiresAt().atOffset(ZoneOffset.UTC));
        columns.put(OVERRIDE_LOOKED, false);
        columns.put(OVERRIDE_REASON, override == null ? null : override.reason());
        return columns;
    }

    private Quota read(Record found) {
        return new Quota(
                organization,
                new QuotaId(Objects.requireNonNull(found.get(ID))),
                found.get(NAME),
                new QuotaScope(QuotaScope.Type.valueOf(found.get(SCOPE)), found.get(SCOPE_VALUE)),
                LIMITS.read(found),
                new PeriodRule(QuotaPeriod.valueOf(found.get(PERIOD)), found.get(RESET_DAY), found.get(RESET_HOUR)),
                EnforcementMode.valueOf(found.get(MODE)),
                found.get(WARNING),
                found.get(CRITICAL),
                found.get(FAIL_OPEN),
                new QuotaRate(found.get(RATE_PER_SECOND), found.get(RATE_PER_MINUTE), found.get(RATE_BURST)),
                override(found),
                found.get(VERSION),
                found.get(CREATED_AT).toInstant());
    }

    private static @Nullable QuotaOverride override(Record found) {
        OffsetDateTime expiresAt = found.get(OVERRIDE_EXPIRES_AT);
        return expiresAt == null
                ? null
                : new QuotaOverride(OVERRIDE.read(found), expiresAt.toInstant(), found.get(OVERRIDE_REASON));
    }
}
