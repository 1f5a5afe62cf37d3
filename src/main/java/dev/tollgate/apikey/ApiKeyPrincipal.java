package dev.tollgate.apikey;

import dev.tollgate.core.ApiKeyId;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.Scope;
import java.util.Set;

/**
 * The key behind a secret that works now.
 *
 * @param organization the organization the key belongs to
 * @param apiKeyId the key
 * @param scopes what it may do there
 */
public record ApiKeyPrincipal(OrganizationId organization, ApiKeyId apiKeyId, Set<Scope> scopes) {}
