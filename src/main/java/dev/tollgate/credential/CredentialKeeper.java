package dev.tollgate.credential;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tollgate.audit.AuditTrail;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.tenancy.Timestamps;
import dev.tollgate.usage.UsageCommitted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Does in the background what credentials need: disables and enables them by their budgets, deletes secrets that have had their time,
 * and has the newest master key wrap their data keys. Every node does; what one has done, the next finds done.
 */
@Component
class CredentialKeeper {

    private static final Logger log = LoggerFactory.getLogger(CredentialKeeper.class);

    /** Longer than what was committed takes to be in the cells. */
    private static final Duration ACTIVE = Duration.ofSeconds(20);

    private static final int LOOKS_PER_ROUND = 12;

    private static final String CHORES =
            "SELECT * FROM organizations_with_credential_chores(CAST(? AS timestamptz), ?, ?)";
    private static final String CLOSED = "SELECT closed_provider_data_keys(?)";

    private final DSLContext unbound;
    private final TenantTransactions transactions;
    private final SecretVault vault;
    private final MasterKeys masterKeys;
    private final SecretCache cache;
    private final ProviderSpend spend;
    private final AuditTrail audit;
    private final Clock clock;
    private final Cache<OrganizationId, Boolean> active =
            Caffeine.newBuilder().expireAfterWrite(ACTIVE).build();
    private int looks;

    CredentialKeeper(
            DSLContext unbound,
            TenantTransactions transactions,
            SecretVault vault,
            MasterKeys masterKeys,
            SecretCache cache,
            ProviderSpend spend,
            AuditTrail audit,
            Clock clock) {
        this.unbound = unbound;
        this.transactions = transactions;
        this.vault = vault;
        this.masterKeys = masterKeys;
        this.cache = cache;
        this.spend = spend;
        this.audit = audit;
        this.clock = clock;
    }

    /** Says so when secrets cannot be read here. The start goes on: other nodes may have the key, and all else works. */
    @EventListener(ApplicationStartedEvent.class)
    void tellWhatIsClosed() {
        String[] known = masterKeys.all().map(MasterKey::id).toArray(String[]::new);
        Long closed = unbound.fetchSingle(CLOSED, (Object) known).get(0, Long.class);
        if (closed != null && closed > 0) {
            log.error(
                    "The secrets of {} provider credentials cannot be read: they were kept under another TOLLGATE_MASTER_KEY",
                    closed);
        }
    }

    @EventListener
    void committed(UsageCommitted commit) {
        active.put(commit.organization(), true);
    }

    /** Looks where this node has just recorded calls, and each minute everywhere. */
    @Scheduled(fixedDelay = 5_000, initialDelay = 1_000)
    void lookInTurn() {
        if (looks++ % LOOKS_PER_ROUND == 0) {
            look();
        } else if (active.estimatedSize() > 0) {
            look(active.asMap()::containsKey);
        }
    }

    /** Looks everywhere. */
    void look() {
        look(_ -> true);
    }

    private void look(Predicate<OrganizationId> where) {
        try {
            chores().stream().filter(where).forEach(this::workSafely);
        } catch (RuntimeException e) {
            log.warn("Provider credentials are looked at later: {}", e.toString());
        }
    }

    private List<OrganizationId> chores() {
        MasterKey newest = masterKeys.newest();
        return unbound.fetch(
                        CHORES,
                        Timestamps.of(Timestamps.now(clock)),
                        newest == null ? "" : newest.id(),
                        masterKeys.earlierIds().toArray(String[]::new))
                .map(row -> new OrganizationId(row.get(0, UUID.class)));
    }

    private void workSafely(OrganizationId organization) {
        try {
            work(organization);
        } catch (RuntimeException e) {
            log.warn("The provider credentials of organization {} are looked at later: {}", organization, e.toString());
        }
    }

    /** Does all that an organization's credentials need. */
    void work(OrganizationId organization) {
        Map<String, MonthSpend> spent = spend.thisMonth(organization);
        List<ProviderCredential> changed =
                transactions.write(organization, sql -> new ArrayList<>(work(sql, organization, spent)));
        changed.forEach(credential -> cache.changed(organization, credential.provider()));
    }

    private List<ProviderCredential> work(DSLContext sql, OrganizationId organization, Map<String, MonthSpend> spent) {
        CredentialTable table = new CredentialTable(sql, organization);
        Instant now = Timestamps.now(clock);
        List<ProviderCredential> changed = new ArrayList<>();
        for (ProviderCredential before : table.lockAll()) {
            SecretPlace place = new SecretPlace(organization, before.id());
            if (vault.rewrap(sql, place)) {
                log.info("The data key of provider credential {} is kept under the newest master key", before.id());
            }
            ProviderCredential kept = forgetPrevious(sql, place, before, now);
            ProviderCredential after = kept.spent(
                    spent.getOrDefault(before.provider(), MonthSpend.NONE).cost(), now);
            if (!after.equals(before)) {
                table.update(after);
                changed.add(after);
            }
            if (!after.equals(kept)) {
                audit.record(
                        sql,
                        organization,
                        Cause.TOLLGATE,
                        AuditedCredential.changed("providerCredentialBudget", kept, after));
            }
        }
        return changed;
    }

    private static ProviderCredential forgetPrevious(
            DSLContext sql, SecretPlace place, ProviderCredential credential, Instant now) {
        Instant until = credential.previousSecretUntil();
        if (until == null || now.isBefore(until)) {
            return credential;
        }
        new SecretTable(sql, place).deleteBelow(credential.secretVersion());
        return credential.withoutPrevious();
    }
}
