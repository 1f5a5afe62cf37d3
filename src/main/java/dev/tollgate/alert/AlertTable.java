package dev.tollgate.alert;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.table;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.live.ControlSignal.AlertSeverity;
import dev.tollgate.tenancy.Timestamps;
import dev.tollgate.usage.UsageDimension;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
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

/** The statements on alert, each for one organization, within the transaction that the context belongs to. */
final class AlertTable {

    private static final Table<Record> ALERT = table(name("alert"));
    private static final Field<UUID> ORGANIZATION_ID = field(name("organization_id"), UUID.class);
    private static final Field<UUID> ID = field(name("alert_id"), UUID.class);
    private static final Field<UUID> RULE_ID = field(name("rule_id"), UUID.class);
    private static final Field<String> RULE_NAME = field(name("rule_name"), String.class);
    private static final Field<String> SUBJECT = field(name("subject"), String.class);
    private static final Field<String> SUBJECT_LABEL = field(name("subject_label"), String.class);
    private static final Field<String> DIMENSION = field(name("dimension"), String.class);
    private static final Field<Integer> EPISODE = field(name("episode"), Integer.class);
    private static final Field<String> SEVERITY = field(name("severity"), String.class);
    private static final Field<String> MESSAGE = field(name("message"), String.class);
    private static final Field<BigDecimal> VALUE = field(name("value"), BigDecimal.class);
    private static final Field<BigDecimal> BOUND = field(name("bound"), BigDecimal.class);
    private static final Field<BigDecimal> LATEST_VALUE = field(name("latest_value"), BigDecimal.class);
    private static final Field<String> STATUS = field(name("status"), String.class);
    private static final Field<OffsetDateTime> RAISED_AT = field(name("raised_at"), OffsetDateTime.class);
    private static final Field<OffsetDateTime> ENDED_AT = field(name("ended_at"), OffsetDateTime.class);
    private static final Field<String> ENDING = field(name("ending"), String.class);

    private final DSLContext sql;
    private final OrganizationId organization;
    private final Condition ours;

    AlertTable(DSLContext sql, OrganizationId organization) {
        this.sql = sql;
        this.organization = organization;
        this.ours = ORGANIZATION_ID.eq(organization.value());
    }

    void insert(Alert alert) {
        Map<Field<?>, @Nullable Object> columns = changeable(alert);
        columns.put(ORGANIZATION_ID, organization.value());
        columns.put(ID, alert.id().value());
        columns.put(RULE_ID, alert.ruleId().value());
        columns.put(RULE_NAME, alert.rule());
        columns.put(SUBJECT, alert.subject().key());
        columns.put(SUBJECT_LABEL, alert.subject().label());
        UsageDimension dimension = alert.subject().dimension();
        columns.put(DIMENSION, dimension == null ? null : dimension.name());
        columns.put(EPISODE, alert.episode());
        columns.put(SEVERITY, alert.severity().name());
        columns.put(MESSAGE, alert.message());
        columns.put(VALUE, alert.value());
        columns.put(BOUND, alert.bound());
        columns.put(RAISED_AT, Timestamps.of(alert.raisedAt()));
        sql.insertInto(ALERT).set(columns).execute();
    }

    void update(Alert alert) {
        sql.update(ALERT)
                .set(changeable(alert))
                .where(ours, ID.eq(alert.id().value()))
                .execute();
    }

    Optional<Alert> find(AlertId id) {
        return sql.selectFrom(ALERT).where(ours, ID.eq(id.value())).fetchOptional(this::read);
    }

    List<Alert> find(Collection<AlertId> ids) {
        List<UUID> values = ids.stream().map(AlertId::value).toList();
        return sql.selectFrom(ALERT).where(ours, ID.in(values)).fetch(this::read);
    }

    /** The alert; others who end it wait until the end of the transaction. */
    Optional<Alert> lock(AlertId id) {
        return sql.selectFrom(ALERT).where(ours, ID.eq(id.value())).forUpdate().fetchOptional(this::read);
    }

    /** The open alerts of a rule; others who end them wait until the end of the transaction. */
    List<Alert> lockOpen(AlertRuleId rule) {
        return sql.selectFrom(ALERT)
                .where(ours, RULE_ID.eq(rule.value()), STATUS.eq(AlertStatus.OPEN.name()))
                .orderBy(ID)
                .forUpdate()
                .fetch(this::read);
    }

    /** The last alert of a rule about each of the subjects, by the subject's key. */
    Map<String, Alert> latest(AlertRuleId rule, Collection<String> subjects) {
        Map<String, Alert> latest = new LinkedHashMap<>();
        sql.select()
                .distinctOn(SUBJECT)
                .from(ALERT)
                .where(ours, RULE_ID.eq(rule.value()), SUBJECT.in(subjects))
                .orderBy(SUBJECT, EPISODE.desc())
                .fetch(this::read)
                .forEach(alert -> latest.put(alert.subject().key(), alert));
        return latest;
    }

    /** Newest first. */
    List<Alert> list(AlertFilter filter, @Nullable TimePosition after, int limit) {
        Condition behind =
                after == null ? DSL.noCondition() : row(RAISED_AT, ID).lt(Timestamps.of(after.at()), after.id());
        return sql.selectFrom(ALERT)
                .where(ours, condition(filter), behind)
                .orderBy(RAISED_AT.desc(), ID.desc())
                .limit(limit)
                .fetch(this::read);
    }

    int count(AlertFilter filter) {
        return sql.fetchCount(ALERT, ours, condition(filter));
    }

    private static Condition condition(AlertFilter filter) {
        List<Condition> parts = new ArrayList<>();
        AlertStatus status = filter.status();
        AlertSeverity least = filter.minSeverity();
        AlertRuleId rule = filter.rule();
        if (status != null) {
            parts.add(STATUS.eq(status.name()));
        }
        if (least != null) {
            parts.add(SEVERITY.in(Arrays.stream(AlertSeverity.values())
                    .filter(severity -> severity.compareTo(least) >= 0)
                    .map(AlertSeverity::name)
                    .toList()));
        }
        if (rule != null) {
            parts.add(RULE_ID.eq(rule.value()));
        }
        return DSL.and(parts);
    }

    private static Map<Field<?>, @Nullable Object> changeable(Alert alert) {
        Map<Field<?>, @Nullable Object> columns = new LinkedHashMap<>();
        AlertEnding ending = alert.ending();
        columns.put(LATEST_VALUE, alert.latestValue());
        columns.put(STATUS, alert.status().name());
        columns.put(ENDED_AT, Timestamps.of(alert.endedAt()));
        columns.put(ENDING, ending == null ? null : ending.name());
        return columns;
    }

    private Alert read(Record found) {
        String dimension = found.get(DIMENSION);
        String ending = found.get(ENDING);
        return new Alert(
                organization,
                new AlertId(Objects.requireNonNull(found.get(ID))),
                new AlertRuleId(Objects.requireNonNull(found.get(RULE_ID))),
                found.get(RULE_NAME),
                new AlertSubject(
                        found.get(SUBJECT),
                        found.get(SUBJECT_LABEL),
                        dimension == null ? null : UsageDimension.valueOf(dimension)),
                found.get(EPISODE),
                AlertSeverity.valueOf(found.get(SEVERITY)),
                found.get(MESSAGE),
                found.get(VALUE),
                found.get(BOUND),
                found.get(LATEST_VALUE),
                found.get(RAISED_AT).toInstant(),
                Timestamps.instant(found.get(ENDED_AT)),
                ending == null ? null : AlertEnding.valueOf(ending));
    }
}
