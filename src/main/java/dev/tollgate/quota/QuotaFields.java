package dev.tollgate.quota;

import dev.tollgate.audit.AuditedAction;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A quota as the audit log shows it. */
final class QuotaFields {

    private QuotaFields() {}

    static AuditedAction.Target target(QuotaId id) {
        return new AuditedAction.Target("Quota", id.toString());
    }

    static Map<String, ?> of(Quota quota) {
        QuotaOverride override = quota.override();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", quota.name());
        fields.put("scope", quota.scope().type());
        fields.put("scopeValue", quota.scope().value());
        fields.put("limits", limits(quota.limits()));
        fields.put("period", quota.rule().period());
        fields.put("resetDay", quota.rule().resetDay());
        fields.put("resetHour", quota.rule().resetHour());
        fields.put("mode", quota.mode());
        fields.put("warningPercent", quota.warningPercent());
        fields.put("criticalPercent", quota.criticalPercent());
        fields.put("failOpen", quota.failOpen());
        if (!quota.rate().isNone()) {
            fields.put("ratePerSecond", quota.rate().perSecond());
            fields.put("ratePerMinute", quota.rate().perMinute());
            fields.put("rateBurst", quota.rate().burst());
        }
        fields.put("version", quota.version());
        if (override != null) {
            fields.put("overrideLimits", limits(override.limits()));
            fields.put("overrideExpiresAt", override.expiresAt());
            fields.put("overrideReason", override.reason());
        }
        return fields;
    }

    private static Map<String, ?> limits(QuotaLimits limits) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("totalTokens", limits.totalTokens());
        fields.put("inputTokens", limits.inputTokens());
        fields.put("outputTokens", limits.outputTokens());
        fields.put("requests", limits.requests());
        fields.put("cost", limits.usd());
        return fields;
    }
}
