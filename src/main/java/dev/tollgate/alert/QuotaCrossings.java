package dev.tollgate.alert;

import dev.tollgate.quota.QuotaCrossed;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes down, in the transaction of a quota's crossing, which rules are to be told of it. By the time that they are looked at, the quota's
 * period may be over and nothing of it left to see.
 */
@Component
class QuotaCrossings {

    private final DSLContext sql;
    private final JsonMapper json;

    QuotaCrossings(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    @EventListener
    void crossed(QuotaCrossed crossed) {
        CrossingTable crossings = new CrossingTable(sql, crossed.quota().organization());
        new AlertRuleTable(sql, json, crossed.quota().organization())
                .keepOnQuotas()
                .forEach(rule -> {
                    if (rule.condition() instanceof AlertCondition.QuotaUse use && use.isAbout(crossed.quota())) {
                        Reading reading = QuotaReadings.reading(crossed.quota(), crossed.utilization(), use.status());
                        if (reading.holds()) {
                            crossings.put(rule.id(), reading);
                        }
                    }
                });
    }
}
