package dev.tollgate.rollup;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.organization.Organization;
import dev.tollgate.organization.Organizations;
import dev.tollgate.tenancy.TenantTransactions;
import dev.tollgate.usage.UsageBatches;
import dev.tollgate.usage.UsageSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets batches that are rolled up and that live feeds need no more. Any number of nodes may do so. */
@Component
class LogTrim {

    private static final Logger log = LoggerFactory.getLogger(LogTrim.class);

    private final TenantTransactions transactions;
    private final Organizations organizations;
    private final UsageBatches batches;
    private final Watermark watermark;
    private final Duration replay;
    private final Clock clock;

    /** The organizations that may have something to forget, and when they last had something new. */
    private final Map<OrganizationId, Instant> watched = new ConcurrentHashMap<>();

    private boolean started;

    LogTrim(
            TenantTransactions transactions,
            Organizations organizations,
            UsageBatches batches,
            Watermark watermark,
            UsageSettings settings,
            Clock clock) {
        this.transactions = transactions;
        this.organizations = organizations;
        this.batches = batches;
        this.watermark = watermark;
        this.replay = settings.replay();
        this.clock = clock;
    }

    /** The organization has something new in its log. */
    void watch(OrganizationId organization) {
        watched.put(organization, clock.instant());
    }

    @Scheduled(fixedDelay = 30_000, initialDelay = 30_000)
    void trim() {
        if (!started) {
            organizations.all().stream().map(Organization::id).forEach(this::watch);
            started = true;
        }
        Instant before = clock.instant().minus(replay);
        watched.forEach((organization, newest) -> {
            if (trim(organization, before) && newest.isBefore(before)) {
                watched.remove(organization, newest);
            }
        });
    }

    private boolean trim(OrganizationId organization, Instant before) {
        try {
            return transactions.write(organization, sql -> {
                batches.trim(sql, organization, watermark.read(sql, organization), before);
                return true;
            });
        } catch (RuntimeException e) {
            log.warn("The log of organization {} is trimmed later: {}", organization, e.getMessage());
            return false;
        }
    }
}
