package dev.tollgate.credential;

import dev.tollgate.core.ProblemException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Another secret for a credential, as it was sent.
 *
 * @param secret what the provider gave out
 * @param baseUrl where this secret is sent; null: where the present one is
 * @param grace for how long the present secret can be read beside it, 0 to 30 days
 * @param expectedVersion the version that the credential is thought to have; empty: any
 */
public record SecretRotation(
        String secret, @Nullable String baseUrl, Duration grace, Optional<Integer> expectedVersion) {

    private static final Duration LONGEST_GRACE = Duration.ofDays(30);

    /** The secret with where it is to be sent; BAD_USER_INPUT, naming the field, when something cannot be. */
    ProviderSecret checked(ProviderCredential credential) {
        if (grace.isNegative() || grace.compareTo(LONGEST_GRACE) > 0) {
            throw ProblemException.badInput("gracePeriod", "A grace period is 0 to 30 days long.");
        }
        URI target = baseUrl == null ? credential.baseUrl() : BaseUrl.parse(baseUrl);
        return new ProviderSecret(
                credential.provider(), credential.secretVersion() + 1, target, SecretText.secret(secret));
    }

    @Override
    public String toString() {
        return "SecretRotation[" + grace + ", " + expectedVersion + "]";
    }
}
