package dev.tollgate.credential;

import dev.tollgate.core.ProblemException;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A credential that is to be added, as it was sent.
 *
 * @param provider any name of the provider
 * @param secret what the provider gave out
 * @param baseUrl where the provider's API is; null: where it is known to be
 * @param source who has the contract with the provider
 * @param budget how much calls may cost in a month
 */
public record CredentialDraft(
        String provider, String secret, @Nullable String baseUrl, CredentialSource source, CredentialBudget budget) {

    /** The secret with where it is to be sent; BAD_USER_INPUT, naming the field, when something cannot be. */
    ProviderSecret checked() {
        String name = SecretText.provider(provider, secret);
        return new ProviderSecret(name, 1, baseUrl(name), SecretText.secret(secret));
    }

    ProviderCredential credential(CredentialId id, ProviderSecret accepted, Instant now) {
        return new ProviderCredential(
                id, accepted.provider(), source, null, budget, accepted.baseUrl(), 1, null, now, 1, now, now);
    }

    private URI baseUrl(String name) {
        if (baseUrl != null) {
            return BaseUrl.parse(baseUrl);
        }
        URI known = ProviderApi.of(name).baseUrl();
        if (known == null) {
            throw ProblemException.badInput(BaseUrl.FIELD, "It is not known where this provider is: give its address.");
        }
        return known;
    }

    @Override
    public String toString() {
        return "CredentialDraft[" + source + "]";
    }
}
