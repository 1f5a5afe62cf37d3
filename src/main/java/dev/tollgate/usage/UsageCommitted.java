package dev.tollgate.usage;

import dev.tollgate.core.OrganizationId;
import java.util.List;

/**
 * Published on this node after a change of the ledger is durable, never before. Listeners must be quick.
 *
 * @param batch the commit
 * @param reservations the quota reservations that were made for its calls
 */
public record UsageCommitted(OrganizationId organization, UsageBatch batch, List<String> reservations) {}
