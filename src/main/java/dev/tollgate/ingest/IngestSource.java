package dev.tollgate.ingest;

import dev.tollgate.apikey.KeyAttribution;
import dev.tollgate.core.OrganizationId;
import org.jspecify.annotations.Nullable;

/**
 * Who sends events.
 *
 * @param organization the organization they are recorded in
 * @param apiKey the id of the API key they are sent with; null when it is not a key
 * @param attribution what events are attributed to that do not say so themselves
 */
public record IngestSource(
        OrganizationId organization, @Nullable String apiKey, KeyAttribution attribution) {

    /** A source that attributes nothing. */
    public IngestSource(OrganizationId organization, @Nullable String apiKey) {
        this(organization, apiKey, KeyAttribution.NONE);
    }
}
