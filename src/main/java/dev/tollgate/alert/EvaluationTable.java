package dev.tollgate.alert;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.tenancy.Timestamps;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The statements on alert_evaluation, each for one organization, within the transaction that the context belongs to. */
final class EvaluationTable {

    private static final String SCHEDULE = """
            INSERT INTO alert_evaluation (organization_id, rule_id, due_at) VALUES (?, ?, CAST(? AS timestamptz))
            ON CONFLICT (organization_id, rule_id) DO UPDATE SET due_at = excluded.due_at
            """;
    private static final String UNSCHEDULE = "DELETE FROM alert_evaluation WHERE organization_id = ? AND rule_id = ?";
    private static final String DUE =
            "SELECT rule_id FROM alert_evaluation WHERE organization_id = ? AND due_at <= CAST(? AS timestamptz) ORDER BY due_at";
    private static final String CLAIM = """
            SELECT measured_at FROM alert_evaluation
            WHERE organization_id = ? AND rule_id = ? AND due_at <= CAST(? AS timestamptz)
            FOR UPDATE SKIP LOCKED
            """;
    private static final String MEASURED = """
            UPDATE alert_evaluation
            SET due_at = CAST(? AS timestamptz), evaluated_at = CAST(? AS timestamptz), measured_at = CAST(? AS timestamptz),
              failure = NULL
            WHERE organization_id = ? AND rule_id = ?
            """;
    private static final String FAILED = """
            UPDATE alert_evaluation SET due_at = CAST(? AS timestamptz), evaluated_at = CAST(? AS timestamptz), failure = ?
            WHERE organization_id = ? AND rule_id = ?
            """;

    private static final String LAST_LOOKS = """
            SELECT rule_id, evaluated_at, failure FROM alert_evaluation
            WHERE organization_id = ? AND rule_id = ANY (?) AND evaluated_at IS NOT NULL
            """;

    private final DSLContext sql;
    private final UUID organization;

    /**
     * The look at a rule.
     *
     * @param measuredAt when it was last looked at without failing; null when it was not
     */
    record Claim(@Nullable Instant measuredAt) {}

    EvaluationTable(DSLContext sql, OrganizationId organization) {
        this.sql = sql;
        this.organization = organization.value();
    }

    /** From the moment on the rule is due. Waits for whoever is at it. */
    void schedule(AlertRuleId rule, Instant at) {
        sql.execute(SCHEDULE, organization, rule.value(), Timestamps.of(at));
    }

    /** The rule is looked at no more. Waits for whoever is at it. */
    void unschedule(AlertRuleId rule) {
        sql.execute(UNSCHEDULE, organization, rule.value());
    }

    List<AlertRuleId> due(Instant now) {
        return sql.resultQuery(DUE, organization, Timestamps.of(now))
                .fetch(found -> new AlertRuleId(found.get(0, UUID.class)));
    }

    /** The rule, when it is due and nobody is at it; then nobody else is until the end of the transaction. */
    Optional<Claim> claim(AlertRuleId rule, Instant now) {
        return sql.resultQuery(CLAIM, organization, rule.value(), Timestamps.of(now))
                .fetchOptional(found -> new Claim(Timestamps.instant(found.get(0, OffsetDateTime.class))));
    }

    Map<AlertRuleId, LastLook> lastLooks(Set<AlertRuleId> rules) {
        UUID[] ids = rules.stream().map(AlertRuleId::value).toArray(UUID[]::new);
        return sql.resultQuery(LAST_LOOKS, organization, ids)
                .fetchMap(
                        found -> new AlertRuleId(found.get(0, UUID.class)),
                        found -> new LastLook(
                                found.get(1, OffsetDateTime.class).toInstant(), found.get(2, String.class)));
    }

    void measured(AlertRuleId rule, Instant now, Instant next) {
        OffsetDateTime at = Timestamps.of(now);
        sql.execute(MEASURED, Timestamps.of(next), at, at, organization, rule.value());
    }

    /** What happened since it was measured last is looked at when it next can be. */
    void failed(AlertRuleId rule, Instant now, Instant next, String failure) {
        sql.execute(FAILED, Timestamps.of(next), Timestamps.of(now), failure, organization, rule.value());
    }
}
