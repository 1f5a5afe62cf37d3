package dev.tollgate.alert;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.credential.SecretBox;
import dev.tollgate.tenancy.TenantTransactions;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps signing secrets under the master key. Every node looks each minute for those that were stored as they are, and those that another
 * master key is to wrap; what one has done, the next finds done.
 */
@Component
class DestinationSecrets {

    private static final Logger log = LoggerFactory.getLogger(DestinationSecrets.class);
    private static final String CHORES = "SELECT * FROM organizations_with_destination_secrets_to_wrap(?, ?)";

    private final DSLContext unbound;
    private final TenantTransactions transactions;
    private final SecretBox box;

    DestinationSecrets(DSLContext unbound, TenantTransactions transactions, SecretBox box) {
        this.unbound = unbound;
        this.transactions = transactions;
        this.box = box;
    }

    /**
     * The secret as it is to be stored.
     *
     * @throws ProblemException UNAVAILABLE, naming the setting, when no master key is set
     */
    KeptSecret keep(OrganizationId organization, AlertDestinationId destination, SigningSecret secret) {
        return new KeptSecret(box.seal(secret.value(), context(organization, destination)));
    }

    /**
     * The secret, to sign with.
     *
     * @throws ProblemException UNAVAILABLE when this node has no master key that opens it
     */
    SigningSecret open(OrganizationId organization, AlertDestinationId destination, KeptSecret kept) {
        return new SigningSecret(
                SecretBox.isSealed(kept.text())
                        ? box.open(kept.text(), context(organization, destination))
                        : kept.text());
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 1_000)
    void look() {
        if (box.canSeal()) {
            try {
                unbound.fetch(CHORES, box.newestKeyId(), box.earlierKeyIds().toArray(String[]::new))
                        .forEach(row -> wrapSafely(new OrganizationId(row.get(0, UUID.class))));
            } catch (RuntimeException e) {
                log.warn("The secrets of alert destinations are looked at later: {}", e.toString());
            }
        }
    }

    private void wrapSafely(OrganizationId organization) {
        try {
            wrap(organization);
        } catch (RuntimeException e) {
            log.warn("The secrets of alert destinations of {} are looked at later: {}", organization, e.toString());
        }
    }

    /** Has all secrets of an organization kept as they should be. */
    void wrap(OrganizationId organization) {
        transactions.write(organization, sql -> {
            AlertDestinationTable table = new AlertDestinationTable(sql, organization);
            int wrapped = 0;
            for (AlertDestination destination : table.lockAll()) {
                if (destination.target() instanceof DeliveryTarget.Webhook webhook) {
                    Optional<KeptSecret> better = better(destination, webhook.secret());
                    better.ifPresent(kept -> table.keep(destination.id(), kept));
                    wrapped += better.isPresent() ? 1 : 0;
                }
            }
            return wrapped;
        });
    }

    private Optional<KeptSecret> better(AlertDestination destination, KeptSecret kept) {
        String context = context(destination.organization(), destination.id());
        return SecretBox.isSealed(kept.text())
                ? box.rewrapped(kept.text(), context).map(KeptSecret::new)
                : Optional.of(new KeptSecret(box.seal(kept.text(), context)));
    }

    private static String context(OrganizationId organization, AlertDestinationId destination) {
        return "alert destination\n" + organization + "\n" + destination;
    }
}
