package dev.tollgate.credential;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the check that somebody has made for a provider, otherwise the provider itself over HTTP. */
@Component
class ProviderChecks {

    private final ObjectProvider<ProviderCheck> checks;
    private final HttpProviderCheck otherwise;

    ProviderChecks(ObjectProvider<ProviderCheck> checks, HttpProviderCheck otherwise) {
        this.checks = checks;
        this.otherwise = otherwise;
    }

    /** As {@link ProviderCheck#check}. */
    void check(ProviderSecret secret) {
        checks.orderedStream()
                .filter(check -> !check.equals(otherwise) && check.isFor(secret.provider()))
                .findFirst()
                .orElse(otherwise)
                .check(secret);
    }
}
