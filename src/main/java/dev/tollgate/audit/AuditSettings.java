package dev.tollgate.audit;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the audit log is kept.
 *
 * @param retention for how long entries are kept; whole months are dropped once all of them is older
 */
@ConfigurationProperties("tollgate.audit")
record AuditSettings(@DefaultValue("P3Y") Period retention) {

    AuditSettings {
        if (retention.isNegative() || retention.isZero()) {
            throw new IllegalArgumentException("tollgate.audit.retention must be longer than nothing");
        }
    }
}
