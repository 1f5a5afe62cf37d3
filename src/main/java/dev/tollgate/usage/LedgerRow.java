package dev.tollgate.usage;

import org.jspecify.annotations.Nullable;

/**
 * An event as it goes into the ledger.
 *
 * @param event the event
 * @param attribution the id of its attribution
 * @param quantitiesJson its quantities as a JSON object; null when it has none
 */
public record LedgerRow(
        UsageEvent event,
        AttributionId attribution,
        @Nullable String quantitiesJson) {}
