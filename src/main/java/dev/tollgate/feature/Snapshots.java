package dev.tollgate.feature;

import dev.tollgate.core.OrganizationId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What this node has in memory of every organization that it was asked about. Safe from any thread. */
@Component
class Snapshots {

    private final FeatureStore store;
    private final Map<OrganizationId, Held> held = new ConcurrentHashMap<>();

    Snapshots(FeatureStore store) {
        this.store = store;
    }

    /** From memory; read from the database the first time. */
    Snapshot of(OrganizationId organization) {
        Held one = held.get(organization);
        Snapshot present = one == null ? null : one.snapshot;
        return present == null ? bring(organization, 0) : present;
    }

    /** The revisions in memory. */
    Map<OrganizationId, Long> revisions() {
        Map<OrganizationId, Long> revisions = new HashMap<>();
        held.forEach((organization, one) -> {
            Snapshot present = one.snapshot;
            if (present != null) {
                revisions.put(organization, present.revision());
            }
        });
        return revisions;
    }

    /** Reads anew what is older than a revision, if it is in memory at all. */
    void refresh(OrganizationId organization, long revision) {
        if (held.containsKey(organization)) {
            bring(organization, revision);
        }
    }

    private Snapshot bring(OrganizationId organization, long revision) {
        return held.computeIfAbsent(organization, Held::new).bring(store, revision);
    }

    private static final class Held {

        private final OrganizationId organization;
        private volatile @Nullable Snapshot snapshot;

        private Held(OrganizationId organization) {
            this.organization = organization;
        }

        /** One reads at a time, so that no older reading replaces a newer one. */
        private synchronized Snapshot bring(FeatureStore store, long revision) {
            Snapshot present = snapshot;
            if (present == null || present.revision() < revision) {
                present = store.snapshot(organization);
                snapshot = present;
            }
            return present;
        }
    }
}
