package dev.tollgate.credential;

import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.Money;
import dev.tollgate.core.ProblemException;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * With what an organization's calls are made at a provider, without its secret. An organization has one for each provider.
 *
 * @param id its id, the same whatever the secret
 * @param provider the provider's one name, as the catalogue has it
 * @param source who has the contract with the provider
 * @param disabledReason why it is disabled; null while it is active
 * @param budget how much calls may cost in a month
 * @param baseUrl where the present secret is sent, and nowhere else
 * @param secretVersion which of its secrets is the present one, from 1
 * @param previousSecretUntil until when the secret before can be read; null when it cannot
 * @param validatedAt when the provider last accepted the present secret
 * @param version grows by one with each change
 * @param createdAt when it was added
 * @param updatedAt when it was last changed
 */
public record ProviderCredential(
        CredentialId id,
        String provider,
        CredentialSource source,
        @Nullable DisabledReason disabledReason,
        CredentialBudget budget,
        URI baseUrl,
        int secretVersion,
        @Nullable Instant previousSecretUntil,
        Instant validatedAt,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    /** Whether calls are made with it. */
    public CredentialStatus status() {
        return disabledReason == null ? CredentialStatus.ACTIVE : CredentialStatus.DISABLED;
    }

    /** Throws CONFLICT unless it is the version that was expected. */
    void expect(int expectedVersion) {
        if (expectedVersion != version) {
            throw ProblemException.of(
                    ErrorCode.CONFLICT, "The credential is at version " + version + ", not " + expectedVersion + ".");
        }
    }

    /** The same with another secret beside which the present one can be read for some time. */
    ProviderCredential rotated(URI newBaseUrl, Instant previousUntil, Instant now) {
        boolean overlaps = previousUntil.isAfter(now);
        return new ProviderCredential(
                id,
                provider,
                source,
                disabledReason,
                budget,
                newBaseUrl,
                secretVersion + 1,
                overlaps ? previousUntil : null,
                now,
                version + 1,
                createdAt,
                now);
    }

    /** The same, which the provider has just accepted. */
    ProviderCredential validated(Instant now) {
        return new ProviderCredential(
                id,
                provider,
                source,
                disabledReason,
                budget,
                baseUrl,
                secretVersion,
                previousSecretUntil,
                now,
                version,
                createdAt,
                updatedAt);
    }

    /** The same without the secret before the present one. */
    ProviderCredential withoutPrevious() {
        return new ProviderCredential(
                id,
                provider,
                source,
                disabledReason,
                budget,
                baseUrl,
                secretVersion,
                null,
                validatedAt,
                version,
                createdAt,
                updatedAt);
    }

    /**
     * As somebody wants it to be, when the month's calls have cost so much; itself when nothing changes. CONFLICT when it is to be
     * active and has no budget left.
     */
    ProviderCredential changed(CredentialChange change, Money spent, Instant now) {
        change.expectedVersion().ifPresent(this::expect);
        CredentialBudget wanted = change.budget(budget);
        CredentialStatus status = change.status();
        if (status == CredentialStatus.ACTIVE && wanted.isExceededBy(spent)) {
            throw ProblemException.of(
                    ErrorCode.CONFLICT, "This month's budget is used up: give it a higher one, or none.");
        }
        DisabledReason said = switch (status) {
            case null -> disabledReason;
            case ACTIVE -> null;
            case DISABLED -> DisabledReason.MANUAL;
        };
        CredentialSource other = change.source();
        return with(other == null ? source : other, wanted, reason(said, wanted.isExceededBy(spent)), now);
    }

    /** As it must be when the month's calls have cost so much; itself when nothing changes. */
    ProviderCredential spent(Money spent, Instant now) {
        return with(source, budget, reason(disabledReason, budget.isExceededBy(spent)), now);
    }

    /** What somebody has disabled stays so, whatever the budget says. */
    private static @Nullable DisabledReason reason(@Nullable DisabledReason said, boolean exceeded) {
        if (said == DisabledReason.MANUAL) {
            return said;
        }
        return exceeded ? DisabledReason.BUDGET_EXCEEDED : null;
    }

    private ProviderCredential with(
            CredentialSource otherSource, CredentialBudget other, @Nullable DisabledReason reason, Instant now) {
        boolean same = otherSource == source && other.equals(budget) && Objects.equals(reason, disabledReason);
        return same
                ? this
                : new ProviderCredential(
                        id,
                        provider,
                        otherSource,
                        reason,
                        other,
                        baseUrl,
                        secretVersion,
                        previousSecretUntil,
                        validatedAt,
                        version + 1,
                        createdAt,
                        now);
    }
}
