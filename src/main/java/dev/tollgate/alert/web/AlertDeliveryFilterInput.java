package dev.tollgate.alert.web;

import dev.tollgate.alert.DeliveryFilter;
import dev.tollgate.alert.DeliveryStatus;
import dev.tollgate.core.ProblemException;
import org.jspecify.annotations.Nullable;

/** The GraphQL input {@code AlertDeliveryFilter}. */
record AlertDeliveryFilterInput(
        @Nullable String alertId,
        @Nullable String destinationId,
        @Nullable DeliveryStatus status) {

    DeliveryFilter toFilter() {
        return new DeliveryFilter(
                alertId == null ? null : AlertIds.alert(alertId).orElseThrow(() -> none("filter.alertId", "alert")),
                destinationId == null
                        ? null
                        : AlertIds.destination(destinationId)
                                .orElseThrow(() -> none("filter.destinationId", "destination")),
                status);
    }

    private static ProblemException none(String field, String what) {
        return ProblemException.badInput(field, "This is the id of no " + what + ".");
    }
}
