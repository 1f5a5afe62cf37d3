package dev.tollgate.feature;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.tenancy.Timestamps;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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

/** The statements on feature, each for one organization, within the transaction that the context belongs to. */
final class FeatureTable {

    private static final Table<Record> FEATURE = table(name("feature"));
    private static final Field<UUID> ORGANIZATION_ID = field(name("organization_id"), UUID.class);
    private static final Field<String> NAME = field(name("name"), String.class);
    private static final Field<String> STATE = field(name("state"), String.class);
    private static final Field<Integer> ROLLOUT_PERCENT = field(name("rollout_percent"), Integer.class);
    private static final Field<Integer> PAUSED_PERCENT = field(name("paused_percent"), Integer.class);
    private static final Field<String> MESSAGE = field(name("message"), String.class);
    private static final Field<JSONB> RULES = field(name("rules"), JSONB.class);
    private static final Field<JSONB> SCHEDULE = field(name("schedule"), JSONB.class);
    private static final Field<OffsetDateTime> DUE_AT = field(name("due_at"), OffsetDateTime.class);
    private static final Field<Integer> VERSION = field(name("version"), Integer.class);
    private static final Field<OffsetDateTime> UPDATED_AT = field(name("updated_at"), OffsetDateTime.class);
    private static final List<Field<?>> COLUMNS =
            List.of(NAME, STATE, ROLLOUT_PERCENT, PAUSED_PERCENT, MESSAGE, RULES, SCHEDULE, VERSION, UPDATED_AT);

    private static final TypeReference<List<FeatureRule>> RULE_LIST = new TypeReference<>() {};
    private static final TypeReference<List<ScheduledChange>> CHANGE_LIST = new TypeReference<>() {};

    private final DSLContext sql;
    private final JsonMapper json;
    private final OrganizationId organization;
    private final Condition ours;

    FeatureTable(DSLContext sql, JsonMapper json, OrganizationId organization) {
        this.sql = sql;
        this.json = json;
        this.organization = organization;
        this.ours = ORGANIZATION_ID.eq(organization.value());
    }

    List<Feature> all() {
        return sql.select(COLUMNS).from(FEATURE).where(ours).orderBy(NAME).fetch(this::read);
    }

    Optional<Feature> find(String feature) {
        return sql.select(COLUMNS).from(FEATURE).where(ours, NAME.eq(feature)).fetchOptional(this::read);
    }

    List<Feature> due(Instant now) {
        return sql.select(COLUMNS)
                .from(FEATURE)
                .where(ours, DUE_AT.le(Timestamps.of(now)))
                .orderBy(NAME)
                .fetch(this::read);
    }

    int count() {
        return sql.fetchCount(FEATURE, ours);
    }

    /** When the next scheduled change of all is due; null when there is none. */
    @Nullable
    Instant nextDue() {
        return Timestamps.instant(
                sql.select(min(DUE_AT)).from(FEATURE).where(ours).fetchSingle().value1());
    }

    void store(Feature feature) {
        Map<Field<?>, @Nullable Object> values = values(feature);
        sql.insertInto(FEATURE)
                .set(ORGANIZATION_ID, organization.value())
                .set(NAME, feature.name())
                .set(values)
                .onConflict(ORGANIZATION_ID, NAME)
                .doUpdate()
                .set(values.keySet().stream()
                        .collect(Collectors.toMap(Function.identity(), field -> DSL.excluded(field))))
                .execute();
    }

    private Map<Field<?>, @Nullable Object> values(Feature feature) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(STATE, feature.state().name());
        values.put(ROLLOUT_PERCENT, feature.availability().rolloutPercent());
        values.put(PAUSED_PERCENT, feature.pausedPercent());
        values.put(MESSAGE, feature.message());
        values.put(RULES, JSONB.valueOf(json.writeValueAsString(feature.rules())));
        values.put(SCHEDULE, JSONB.valueOf(json.writeValueAsString(feature.schedule())));
        values.put(
                DUE_AT,
                feature.schedule().isEmpty()
                        ? null
                        : Timestamps.of(feature.schedule().getFirst().at()));
        values.put(VERSION, feature.version());
        values.put(UPDATED_AT, Timestamps.of(feature.updatedAt()));
        return values;
    }

    private Feature read(Record found) {
        return new Feature(
                found.get(NAME),
                new Availability(FeatureState.valueOf(found.get(STATE)), found.get(ROLLOUT_PERCENT)),
                found.get(PAUSED_PERCENT),
                found.get(MESSAGE),
                json.readValue(found.get(RULES).data(), RULE_LIST),
                json.readValue(found.get(SCHEDULE).data(), CHANGE_LIST),
                found.get(VERSION),
                Timestamps.instant(found.get(UPDATED_AT)));
    }
}
