package dev.tollgate.credential;

import dev.tollgate.audit.AuditTrail;
import dev.tollgate.audit.AuditedAction;
import dev.tollgate.audit.Cause;
import dev.tollgate.catalog.ProviderNames;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.Money;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.tenancy.Timestamps;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The provider credentials of all organizations. No transaction is open while a provider is asked. */
@Component
public class ProviderCredentials {

    private static final int MOST = 100;

    private final TenantTransactions transactions;
    private final SecretVault vault;
    private final SecretCache cache;
    private final ProviderChecks checks;
    private final ProviderSpend spend;
    private final AuditTrail audit;
    private final Clock clock;

    ProviderCredentials(
            TenantTransactions transactions,
            SecretVault vault,
            SecretCache cache,
            ProviderChecks checks,
            ProviderSpend spend,
            AuditTrail audit,
            Clock clock) {
        this.transactions = transactions;
        this.vault = vault;
        this.cache = cache;
        this.checks = checks;
        this.spend = spend;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What there is to make a call to a provider with, by any of the provider's names. Answered from memory when it was asked in the
     * last second; a change elsewhere counts here within a second.
     *
     * @throws ProblemException UNAVAILABLE when this node has no master key that opens the secret
     */
    public SecretAnswer secretFor(OrganizationId organization, String provider) {
        Instant now = clock.instant();
        return cache.find(organization, ProviderNames.normalize(provider))
                .map(opened -> opened.answer(now))
                .orElseGet(SecretAnswer.Missing::new);
    }

    /** The credentials, by provider: at most 100. */
    public List<ProviderCredential> list(OrganizationId organization) {
        return transactions.read(organization, sql -> new CredentialTable(sql, organization).all());
    }

    /** The credential; empty when there is none. */
    public Optional<ProviderCredential> find(OrganizationId organization, CredentialId id) {
        return transactions.read(organization, sql -> new CredentialTable(sql, organization).find(id));
    }

    /**
     * Adds a credential once the provider accepts its secret.
     *
     * @throws ProblemException BAD_USER_INPUT naming the field, CONFLICT when there is a credential for the provider, UNAVAILABLE when
     *     the provider cannot say, or no master key is set; never with anything of the secret
     */
    public ProviderCredential add(OrganizationId organization, Cause cause, CredentialDraft draft) {
        vault.requireKey();
        ProviderSecret secret = draft.checked();
        transactions.read(organization, sql -> checkRoom(new CredentialTable(sql, organization), secret.provider()));
        checks.check(secret);
        Instant now = Timestamps.now(clock);
        ProviderCredential added = draft.credential(new CredentialId(UUID.randomUUID()), secret, now);
        transactions.write(organization, sql -> {
            CredentialTable table = new CredentialTable(sql, organization);
            checkRoom(table, secret.provider());
            if (!table.insert(added)) {
                throw taken();
            }
            SecretPlace place = new SecretPlace(organization, added.id());
            vault.create(sql, place);
            vault.put(sql, place, secret, now);
            audit.record(sql, organization, cause, AuditedCredential.added(added));
            return added;
        });
        cache.changed(organization, added.provider());
        return added;
    }

    /**
     * Asks the provider again whether it accepts the present secret. Empty when there is no such credential. A refusal changes nothing.
     *
     * @throws ProblemException as when it was added
     */
    public Optional<ProviderCredential> validate(OrganizationId organization, Cause cause, CredentialId id) {
        Optional<OpenedCredential> opened = transactions.read(
                organization,
                sql -> new CredentialTable(sql, organization)
                        .find(id)
                        .map(credential -> vault.open(sql, organization, credential)));
        return opened.flatMap(asked -> {
            recheck(organization, cause, asked);
            return change(organization, cause, id, "validateProviderCredential", (_, before) -> {
                if (before.secretVersion() != asked.credential().secretVersion()) {
                    throw ProblemException.of(ErrorCode.CONFLICT, "The credential has got another secret meanwhile.");
                }
                return before.validated(Timestamps.now(clock));
            });
        });
    }

    /** That a provider no longer accepts what it accepted before is worth knowing when. */
    private void recheck(OrganizationId organization, Cause cause, OpenedCredential asked) {
        try {
            checks.check(asked.present());
        } catch (ProblemException refused) {
            if (refused.code() == ErrorCode.BAD_USER_INPUT) {
                audit.refusedAgain(
                        organization,
                        cause.because(refused.getMessage()),
                        AuditedCredential.refused("validateProviderCredential", asked.credential()));
            }
            throw refused;
        }
    }

    /**
     * Gives a credential another secret once the provider accepts it; the present one can be read beside it for some time. Empty when
     * there is no such credential.
     *
     * @throws ProblemException as when it was added, and CONFLICT when another version was expected
     */
    public Optional<ProviderCredential> rotate(
            OrganizationId organization, Cause cause, CredentialId id, SecretRotation rotation) {
        return find(organization, id).flatMap(found -> {
            rotation.expectedVersion().ifPresent(found::expect);
            vault.requireKey();
            ProviderSecret accepted = rotation.checked(found);
            checks.check(accepted);
            return change(organization, cause, id, "rotateProviderCredential", (sql, before) -> {
                rotation.expectedVersion().ifPresent(before::expect);
                Instant now = Timestamps.now(clock);
                ProviderCredential after = before.rotated(
                        accepted.baseUrl(), now.plus(rotation.grace()).truncatedTo(ChronoUnit.MICROS), now);
                SecretPlace place = new SecretPlace(organization, id);
                ProviderSecret secret = new ProviderSecret(
                        after.provider(), after.secretVersion(), accepted.baseUrl(), accepted.value());
                vault.put(sql, place, secret, now);
                new SecretTable(sql, place)
                        .deleteBelow(
                                after.previousSecretUntil() == null ? after.secretVersion() : before.secretVersion());
                return after;
            });
        });
    }

    /**
     * Changes a credential. Empty when there is no such credential.
     *
     * @throws ProblemException CONFLICT when another version was expected, or when it is to be active beyond its budget
     */
    public Optional<ProviderCredential> update(
            OrganizationId organization, Cause cause, CredentialId id, CredentialChange change) {
        return find(organization, id).flatMap(found -> {
            Money spent = spend.thisMonth(organization)
                    .getOrDefault(found.provider(), MonthSpend.NONE)
                    .cost();
            return change(
                    organization,
                    cause,
                    id,
                    "updateProviderCredential",
                    (_, before) -> before.changed(change, spent, Timestamps.now(clock)));
        });
    }

    /** Removes a credential with its secrets and their key, and returns it. Empty when there is no such credential. */
    public Optional<ProviderCredential> remove(OrganizationId organization, Cause cause, CredentialId id) {
        Optional<ProviderCredential> removed = transactions.write(organization, sql -> {
            CredentialTable table = new CredentialTable(sql, organization);
            Optional<ProviderCredential> before = table.lock(id);
            before.ifPresent(credential -> {
                table.delete(id);
                audit.record(sql, organization, cause, AuditedCredential.removed(credential));
            });
            return before;
        });
        removed.ifPresent(credential -> cache.changed(organization, credential.provider()));
        return removed;
    }

    private Optional<ProviderCredential> change(
            OrganizationId organization,
            Cause cause,
            CredentialId id,
            String name,
            BiFunction<DSLContext, ProviderCredential, ProviderCredential> step) {
        Optional<ProviderCredential> changed = transactions.write(organization, sql -> {
            CredentialTable table = new CredentialTable(sql, organization);
            return table.lock(id).map(before -> {
                ProviderCredential after = step.apply(sql, before);
                if (!after.equals(before)) {
                    table.update(after);
                    AuditedAction action = AuditedCredential.changed(name, before, after);
                    audit.record(sql, organization, cause, action);
                }
                return after;
            });
        });
        changed.ifPresent(credential -> cache.changed(organization, credential.provider()));
        return changed;
    }

    private static boolean checkRoom(CredentialTable table, String provider) {
        if (table.find(provider).isPresent()) {
            throw taken();
        }
        if (table.count() >= MOST) {
            throw ProblemException.of(ErrorCode.CONFLICT, "There are " + MOST + " credentials already.");
        }
        return true;
    }

    private static ProblemException taken() {
        return new ProblemException(
                ErrorCode.CONFLICT, "There is a credential for this provider: rotate or remove it.", "provider", null);
    }
}
