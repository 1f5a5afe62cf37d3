package dev.tollgate.credential;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A credential with its secrets in the clear: the present one, and the one before while that is kept. */
record OpenedCredential(
        ProviderCredential credential,
        ProviderSecret present,
        @Nullable ProviderSecret previous) {

    /** What somebody gets who asks at this moment. */
    SecretAnswer answer(Instant now) {
        DisabledReason reason = credential.disabledReason();
        if (reason != null) {
            return new SecretAnswer.Disabled(credential.id(), reason);
        }
        Instant until = credential.previousSecretUntil();
        boolean overlaps = until != null && now.isBefore(until);
        return new SecretAnswer.Usable(credential.id(), present, overlaps ? previous : null);
    }
}
