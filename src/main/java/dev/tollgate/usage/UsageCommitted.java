package dev.tollgate.usage;

import dev.tollgate.core.OrganizationId;

/**
 * Published on this node after a change of the ledger is durable, never before. Listeners must be quick.
 *
 * @param batch the commit
 */
public record UsageCommitted(OrganizationId organization, UsageBatch batch) {}
