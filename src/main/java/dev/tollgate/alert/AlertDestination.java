package dev.tollgate.alert;

import dev.tollgate.core.OrganizationId;
import java.time.Instant;

/**
 * Where alerts are delivered to.
 *
 * @param name shown to people
 * @param version grows by one with each change
 */
public record AlertDestination(
        OrganizationId organization,
        AlertDestinationId id,
        String name,
        DeliveryTarget target,
        int version,
        Instant createdAt) {

    AlertDestination changed(String newName, DeliveryTarget newTarget) {
        return new AlertDestination(organization, id, newName, newTarget, version + 1, createdAt);
    }
}
