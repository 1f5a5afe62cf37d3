package dev.tollgate.credential;

import dev.tollgate.core.Money;
import dev.tollgate.testing.FakeProvider;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What tests send. */
final class TestDrafts {

    static final CredentialBudget UNLIMITED = new CredentialBudget(null, true);

    private TestDrafts() {}

    static CredentialDraft draft(FakeProvider provider, String secret) {
        return draft(provider, secret, UNLIMITED);
    }

    static CredentialDraft draft(FakeProvider provider, String secret, CredentialBudget budget) {
        return new CredentialDraft("openai", secret, provider.baseUrl(), CredentialSource.OWN, budget);
    }

    static SecretRotation rotation(String secret, Duration grace) {
        return new SecretRotation(secret, null, grace, Optional.empty());
    }

    static CredentialBudget budget(String usd) {
        return new CredentialBudget(Money.of(usd), true);
    }

    static CredentialChange.Monthly monthly(@Nullable String usd) {
        return new CredentialChange.Monthly(usd == null ? null : Money.of(usd));
    }

    static CredentialChange change(CredentialChange.@Nullable Monthly monthly, @Nullable CredentialStatus status) {
        return new CredentialChange(Optional.empty(), null, monthly, null, status);
    }
}
