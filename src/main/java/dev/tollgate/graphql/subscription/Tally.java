package dev.tollgate.graphql.subscription;

import dev.tollgate.core.OrganizationId;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Counts something by organization, up to a limit. An organization that has nothing takes no memory. */
final class Tally {

    private final int limit;
    private final ConcurrentMap<OrganizationId, Integer> counts = new ConcurrentHashMap<>();

    Tally(int limit) {
        this.limit = limit;
    }

    /** Counts one more; false, and nothing counted, when the organization has as many as it may. */
    boolean add(OrganizationId organization) {
        if (counts.merge(organization, 1, Integer::sum) <= limit) {
            return true;
        }
        remove(organization);
        return false;
    }

    /** Counts one less. */
    void remove(OrganizationId organization) {
        counts.computeIfPresent(organization, (_, count) -> count == 1 ? null : count - 1);
    }

    int count(OrganizationId organization) {
        return counts.getOrDefault(organization, 0);
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }
}
