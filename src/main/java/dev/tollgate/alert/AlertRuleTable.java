package dev.tollgate.alert;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.table;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.live.ControlSignal.AlertSeverity;
import dev.tollgate.tenancy.Timestamps;
import dev.tollgate.usage.UsageDimension;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The statements on alert_rule, each for one organization, within the transaction that the context belongs to. */
final class AlertRuleTable {

    private static final Table<Record> ALERT_RULE = table(name("alert_rule"));
    private static final Field<UUID> ORGANIZATION_ID = field(name("organization_id"), UUID.class);
    private static final Field<UUID> ID = field(name("rule_id"), UUID.class);
    private static final Field<String> NAME = field(name("name"), String.class);
    private static final Field<JSONB> CONDITION = field(name("condition"), JSONB.class);
    private static final Field<String> CONDITION_TYPE = field("condition ->> '@type'", String.class);
    private static final Field<JSONB> FILTER = field(name("filter"), JSONB.class);
    private static final Field<String> GROUP_BY = field(name("group_by"), String.class);
    private static final Field<String> SEVERITY = field(name("severity"), String.class);
    private static final Field<Long> COOL_DOWN = field(name("cool_down_seconds"), Long.class);
    private static final Field<UUID[]> DESTINATIONS = field(name("destination_ids"), UUID[].class);
    private static final Field<Boolean> ENABLED = field(name("enabled"), Boolean.class);
    private static final Field<OffsetDateTime> SNOOZED_UNTIL = field(name("snoozed_until"), OffsetDateTime.class);
    private static final Field<Integer> VERSION = field(name("version"), Integer.class);
    private static final Field<OffsetDateTime> CREATED_AT = field(name("created_at"), OffsetDateTime.class);
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private static final String FORGET_DESTINATION = """
            UPDATE alert_rule SET destination_ids = array_remove(destination_ids, ?)
            WHERE organization_id = ? AND ? = ANY (destination_ids)
            """;

    private final DSLContext sql;
    private final JsonMapper json;
    private final OrganizationId organization;
    private final Condition ours;

    AlertRuleTable(DSLContext sql, JsonMapper json, OrganizationId organization) {
        this.sql = sql;
        this.json = json;
        this.organization = organization;
        this.ours = ORGANIZATION_ID.eq(organization.value());
    }

    void insert(AlertRule rule) {
        Map<Field<?>, @Nullable Object> columns = changeable(rule);
        columns.put(ORGANIZATION_ID, organization.value());
        columns.put(ID, rule.id().value());
        columns.put(CREATED_AT, Timestamps.of(rule.createdAt()));
        sql.insertInto(ALERT_RULE).set(columns).execute();
    }

    void update(AlertRule rule) {
        sql.update(ALERT_RULE)
                .set(changeable(rule))
                .where(ours, ID.eq(rule.id().value()))
                .execute();
    }

    void delete(AlertRuleId id) {
        sql.deleteFrom(ALERT_RULE).where(ours, ID.eq(id.value())).execute();
    }

    Optional<AlertRule> find(AlertRuleId id) {
        return find(List.of(id)).stream().findFirst();
    }

    List<AlertRule> find(List<AlertRuleId> ids) {
        List<UUID> values = ids.stream().map(AlertRuleId::value).toList();
        return sql.selectFrom(ALERT_RULE).where(ours, ID.in(values)).fetch(this::read);
    }

    /** The rule; others who change it wait until the end of the transaction. */
    Optional<AlertRule> lock(AlertRuleId id) {
        return sql.selectFrom(ALERT_RULE)
                .where(ours, ID.eq(id.value()))
                .forUpdate()
                .fetchOptional(this::read);
    }

    /** Those that are on and look at quotas; whoever changes or deletes one waits until the end of the transaction. */
    List<AlertRule> keepOnQuotas() {
        return sql.selectFrom(ALERT_RULE)
                .where(ours, ENABLED.isTrue(), CONDITION_TYPE.eq(AlertCondition.QUOTA))
                .orderBy(ID)
                .forKeyShare()
                .fetch(this::read);
    }

    /** By name. */
    List<AlertRule> list(@Nullable NamePosition after, int limit) {
        Condition behind = after == null ? DSL.noCondition() : row(NAME, ID).gt(after.name(), after.id());
        return sql.selectFrom(ALERT_RULE)
                .where(ours, behind)
                .orderBy(NAME, ID)
                .limit(limit)
                .fetch(this::read);
    }

    int count() {
        return sql.fetchCount(ALERT_RULE, ours);
    }

    /** Takes a destination away from all rules. */
    void forget(AlertDestinationId destination) {
        sql.execute(FORGET_DESTINATION, destination.value(), organization.value(), destination.value());
    }

    private Map<Field<?>, @Nullable Object> changeable(AlertRule rule) {
        Map<Field<?>, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put(NAME, rule.name());
        columns.put(
                CONDITION, JSONB.valueOf(json.writerFor(AlertCondition.class).writeValueAsString(rule.condition())));
        columns.put(FILTER, JSONB.valueOf(json.writeValueAsString(rule.filter())));
        columns.put(GROUP_BY, rule.groupBy() == null ? null : rule.groupBy().name());
        columns.put(SEVERITY, rule.severity().name());
        columns.put(COOL_DOWN, rule.coolDown().toSeconds());
        columns.put(
                DESTINATIONS,
                rule.destinations().stream().map(AlertDestinationId::value).toArray(UUID[]::new));
        columns.put(ENABLED, rule.enabled());
        columns.put(SNOOZED_UNTIL, Timestamps.of(rule.snoozedUntil()));
        columns.put(VERSION, rule.version());
        return columns;
    }

    private AlertRule read(Record found) {
        String groupBy = found.get(GROUP_BY);
        return new AlertRule(
                organization,
                new AlertRuleId(Objects.requireNonNull(found.get(ID))),
                found.get(NAME),
                json.readValue(found.get(CONDITION).data(), AlertCondition.class),
                json.readValue(found.get(FILTER).data(), FIELDS),
                groupBy == null ? null : UsageDimension.valueOf(groupBy),
                AlertSeverity.valueOf(found.get(SEVERITY)),
                Duration.ofSeconds(found.get(COOL_DOWN)),
                Arrays.stream(found.get(DESTINATIONS))
                        .map(AlertDestinationId::new)
                        .toList(),
                found.get(ENABLED),
                Timestamps.instant(found.get(SNOOZED_UNTIL)),
                found.get(VERSION),
                found.get(CREATED_AT).toInstant());
    }
}
