package dev.tollgate.organization;

import dev.tollgate.core.OrganizationId;
import java.time.ZoneId;

/**
 * A tenant.
 *
 * @param id its id
 * @param slug its short name in addresses: lower case letters, digits and hyphens, unique
 * @param name its name shown to people
 * @param timeZone the zone whose days, weeks and months its numbers follow
 */
public record Organization(OrganizationId id, String slug, String name, ZoneId timeZone) {}
