package dev.tollgate.alert;

import dev.tollgate.core.OrganizationId;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/** The statements on alert_crossing, each for one organization, within the transaction that the context belongs to. */
final class CrossingTable {

    private static final String PUT = """
            INSERT INTO alert_crossing (organization_id, rule_id, subject, subject_label, value, bound, message)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (organization_id, rule_id, subject) DO UPDATE SET
              subject_label = excluded.subject_label, value = excluded.value, bound = excluded.bound, message = excluded.message
            """;
    private static final String LIST = """
            SELECT subject, subject_label, value, bound, message FROM alert_crossing
            WHERE organization_id = ? AND rule_id = ? ORDER BY subject
            """;
    private static final String REMOVE = "DELETE FROM alert_crossing WHERE organization_id = ? AND rule_id = ?";

    private final DSLContext sql;
    private final UUID organization;

    CrossingTable(DSLContext sql, OrganizationId organization) {
        this.sql = sql;
        this.organization = organization.value();
    }

    /** The rule is to be told; of the same subject, the last is told. */
    void put(AlertRuleId rule, Reading crossing) {
        AlertSubject subject = crossing.subject();
        sql.execute(
                PUT,
                organization,
                rule.value(),
                subject.key(),
                subject.label(),
                crossing.value(),
                crossing.bound(),
                crossing.message());
    }

    List<Reading> list(AlertRuleId rule) {
        return sql.resultQuery(LIST, organization, rule.value())
                .fetch(found -> new Reading(
                        new AlertSubject(found.get(0, String.class), found.get(1, String.class), null),
                        found.get(2, BigDecimal.class),
                        found.get(3, BigDecimal.class),
                        true,
                        found.get(4, String.class)));
    }

    void remove(AlertRuleId rule) {
        sql.execute(REMOVE, organization, rule.value());
    }
}
