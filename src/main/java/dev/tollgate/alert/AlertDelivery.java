package dev.tollgate.alert;

import dev.tollgate.core.OrganizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be delivered to a destination, and what became of it.
 *
 * @param alert the alert; null for a test
 * @param destinationName the name that the destination had
 * @param messageId the same for everything that tells of the same
 * @param replayOf the delivery that it repeats; null for a first one
 * @param body what is told, as JSON
 * @param attempts how often it was tried
 * @param nextAttemptAt when it may be tried next; null once it is not PENDING
 * @param attemptedAt when it was tried last; null when it was not
 * @param responseCode the HTTP status of the last answer; null when there was none
 * @param error why the last attempt failed; null when it did not
 */
public record AlertDelivery(
        OrganizationId organization,
        AlertDeliveryId id,
        @Nullable AlertId alert,
        AlertDestinationId destination,
        String destinationName,
        AlertOccasion occasion,
        String messageId,
        @Nullable AlertDeliveryId replayOf,
        String body,
        DeliveryStatus status,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant attemptedAt,
        @Nullable Integer responseCode,
        @Nullable String error,
        Instant createdAt) {

    /** Whether somebody waits for what becomes of it. */
    boolean isTest() {
        return occasion == AlertOccasion.TEST && replayOf == null;
    }

    /** The same again, to be tried from now on. */
    AlertDelivery replayed(Instant now) {
        return new AlertDelivery(
                organization,
                AlertDeliveryId.random(),
                alert,
                destination,
                destinationName,
                occasion,
                messageId,
                id,
                body,
                DeliveryStatus.PENDING,
                0,
                now,
                null,
                null,
                null,
                now);
    }

    /** After an attempt; it is tried again at {@code next}, or no more when that is null. */
    AlertDelivery after(AttemptResult result, @Nullable Instant next) {
        DeliveryStatus now = result instanceof AttemptResult.Delivered
                ? DeliveryStatus.DELIVERED
                : next == null ? DeliveryStatus.FAILED : DeliveryStatus.PENDING;
        return new AlertDelivery(
                organization,
                id,
                alert,
                destination,
                destinationName,
                occasion,
                messageId,
                replayOf,
                body,
                now,
                attempts,
                now == DeliveryStatus.PENDING ? next : null,
                attemptedAt,
                result.responseCode(),
                result.error(),
                createdAt);
    }
}
