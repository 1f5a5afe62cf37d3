package dev.tollgate.credential;

import dev.tollgate.audit.AuditedAction;
import dev.tollgate.core.Money;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the audit log is told of a credential: never its secret. */
final class AuditedCredential {

    private AuditedCredential() {}

    static AuditedAction added(ProviderCredential after) {
        return AuditedAction.created("addProviderCredential", target(after), fields(after));
    }

    static AuditedAction removed(ProviderCredential before) {
        return AuditedAction.removed("removeProviderCredential", target(before), fields(before));
    }

    static AuditedAction changed(String name, ProviderCredential before, ProviderCredential after) {
        return new AuditedAction(name, target(before), fields(before), fields(after));
    }

    static AuditedAction refused(String name, ProviderCredential present) {
        return new AuditedAction(name, target(present), null, null);
    }

    private static AuditedAction.Target target(ProviderCredential credential) {
        return new AuditedAction.Target("ProviderCredential", credential.id().toString());
    }

    private static Map<String, @Nullable Object> fields(ProviderCredential credential) {
        Money budget = credential.budget().monthly();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("provider", credential.provider());
        fields.put("source", credential.source());
        fields.put("status", credential.status());
        fields.put("disabledReason", credential.disabledReason());
        fields.put(
                "monthlyBudget",
                budget == null ? null : budget.amount().stripTrailingZeros().toPlainString());
        fields.put("autoDisable", credential.budget().autoDisable());
        fields.put("baseUrl", credential.baseUrl().toString());
        fields.put("secretVersion", credential.secretVersion());
        fields.put("previousSecretUntil", credential.previousSecretUntil());
        fields.put("validatedAt", credential.validatedAt());
        return fields;
    }
}
