package dev.tollgate.apikey;

import dev.tollgate.audit.AuditedAction;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the audit log is told of a key: never its secret. */
final class AuditedKey {

    private AuditedKey() {}

    static AuditedAction.Target target(ApiKey key) {
        return new AuditedAction.Target("ApiKey", key.id().toString());
    }

    static Map<String, @Nullable Object> fields(ApiKey key) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", key.name());
        fields.put("owner", key.owner() == null ? null : key.owner().toString());
        fields.put("prefix", key.prefix());
        fields.put("scopes", key.scopes().stream().sorted().toList());
        fields.put("team", key.attribution().team());
        fields.put("project", key.attribution().project());
        fields.put("environment", key.attribution().environment());
        fields.put("feature", key.attribution().feature());
        fields.put("allowedModels", key.models().patterns());
        fields.put("allowedNetworks", key.networks().ranges());
        fields.put("expiresAt", key.expiresAt());
        fields.put("rotatedAt", key.rotatedAt());
        fields.put("revokedAt", key.revokedAt());
        return fields;
    }
}
