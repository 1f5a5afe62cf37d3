package dev.tollgate.apikey;

import dev.tollgate.core.OrganizationId;

/**
 * The key behind a secret that works now.
 *
 * @param organization the organization the key belongs to
 * @param key the key, whose networks have not been looked at
 */
public record ApiKeyPrincipal(OrganizationId organization, ApiKey key) {}
