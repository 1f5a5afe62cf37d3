package dev.tollgate.credential;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the check that is there for a provider. */
@Component
class ProviderChecks {

    private final ObjectProvider<ProviderCheck> checks;

    ProviderChecks(ObjectProvider<ProviderCheck> checks) {
        this.checks = checks;
    }

    /** As {@link ProviderCheck#check}. */
    void check(ProviderSecret secret) {
        checks.orderedStream()
                .filter(check -> check.isFor(secret.provider()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no check for " + secret.provider()))
                .check(secret);
    }
}
