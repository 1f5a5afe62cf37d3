package dev.tollgate.alert;

import dev.tollgate.audit.AuditedAction;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rules, destinations and the rest as the audit log shows them, without secrets. */
final class AlertFields {

    private AlertFields() {}

    static AuditedAction.Target target(AlertRuleId id) {
        return new AuditedAction.Target("AlertRule", id.toString());
    }

    static AuditedAction.Target target(AlertDestinationId id) {
        return new AuditedAction.Target("AlertDestination", id.toString());
    }

    static AuditedAction.Target target(AlertId id) {
        return new AuditedAction.Target("Alert", id.toString());
    }

    static AuditedAction.Target target(AlertDeliveryId id) {
        return new AuditedAction.Target("AlertDelivery", id.toString());
    }

    static Map<String, ?> of(AlertRule rule) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", rule.name());
        fields.put("condition", rule.condition());
        fields.put("filter", rule.filter());
        fields.put("groupBy", rule.groupBy());
        fields.put("severity", rule.severity());
        fields.put("coolDown", rule.coolDown());
        fields.put("destinations", rule.destinations());
        fields.put("enabled", rule.enabled());
        fields.put("snoozedUntil", rule.snoozedUntil());
        fields.put("version", rule.version());
        return fields;
    }

    static Map<String, ?> of(AlertDestination destination) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", destination.name());
        fields.put("kind", destination.target().kind());
        fields.put("address", destination.target().address());
        fields.put("version", destination.version());
        return fields;
    }

    static Map<String, ?> of(Alert alert) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("rule", alert.rule());
        fields.put("message", alert.message());
        fields.put("status", alert.status());
        return fields;
    }

    static Map<String, ?> of(AlertDelivery delivery) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("destination", delivery.destinationName());
        fields.put("occasion", delivery.occasion());
        fields.put("replayOf", delivery.replayOf());
        return fields;
    }
}
