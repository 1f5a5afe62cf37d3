package dev.tollgate.ingest;

import dev.tollgate.core.OrganizationId;
import org.jspecify.annotations.Nullable;

/**
 * Who sends events.
 *
 * @param organization the organization they are recorded in
 * @param apiKey the id of the API key they are sent with; null when it is not a key
 */
public record IngestSource(
        OrganizationId organization, @Nullable String apiKey) {}
