package dev.tollgate.organization;

import dev.tollgate.core.OrganizationId;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The organizations in which nobody may act, known in memory since every request asks. The database is asked twice a second; while it
 * is away, what was known last holds.
 */
@Component
public class SuspendedOrganizations {

    private static final Logger log = LoggerFactory.getLogger(SuspendedOrganizations.class);

    private final OrganizationTable organizations;
    private volatile @Nullable Set<OrganizationId> known;

    SuspendedOrganizations(DSLContext sql) {
        this.organizations = new OrganizationTable(sql);
    }

    /** Whether nobody may act in the organization. */
    public boolean contains(OrganizationId id) {
        Set<OrganizationId> suspended = known;
        return (suspended == null ? look() : suspended).contains(id);
    }

    @Scheduled(fixedDelay = 500)
    void refresh() {
        try {
            look();
        } catch (DataAccessException e) {
            log.debug("It cannot be asked now which organizations are suspended: {}", e.getMessage());
        }
    }

    /** Looks into the database. */
    Set<OrganizationId> look() {
        Set<OrganizationId> suspended = organizations.suspended();
        known = suspended;
        return suspended;
    }
}
