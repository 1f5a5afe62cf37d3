package dev.tollgate.access;

import dev.tollgate.apikey.ApiKeyPrincipal;
import dev.tollgate.audit.AuditTrail;
import dev.tollgate.audit.AuditedAction;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.Actor;
import dev.tollgate.core.ApiKeyId;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Refuses keys that come from where they may not, and tells the audit trail of it once a minute for each key. */
@Component
class KeysElsewhere {

    private static final String REFUSAL = "This API key may not be used from this network address.";

    private final AuditTrail trail;

    KeysElsewhere(AuditTrail trail) {
        this.trail = trail;
    }

    void refuse(ApiKeyPrincipal principal, @Nullable String address) {
        ApiKeyId key = principal.key().id();
        trail.refusedAgain(
                principal.organization(),
                new Cause(new Actor.Key(key), address, REFUSAL),
                new AuditedAction("useApiKey", new AuditedAction.Target("ApiKey", key.toString()), null, null));
        throw ProblemException.of(ErrorCode.FORBIDDEN, REFUSAL);
    }
}
