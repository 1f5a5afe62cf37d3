package dev.tollgate.live;

import dev.tollgate.analytics.SliceFilter;
import dev.tollgate.core.OrganizationId;

/**
 * Which single calls are asked for.
 *
 * @param filter which calls
 */
public record EventQuery(OrganizationId organization, SliceFilter filter) {}
