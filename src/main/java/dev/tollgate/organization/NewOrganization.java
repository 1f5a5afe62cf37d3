package dev.tollgate.organization;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import java.time.ZoneId;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What an organization is to be, as somebody wrote it.
 *
 * @param slug its short name in addresses
 * @param name its name shown to people
 * @param timeZone the IANA name of its zone
 */
public record NewOrganization(String slug, String name, String timeZone) {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int SHORTEST_SLUG = 2;
    private static final int LONGEST_SLUG = 40;

    /** The organization under an id of its own; BAD_USER_INPUT with the field when something of it cannot be. */
    Organization checked() {
        if (slug.length() < SHORTEST_SLUG
                || slug.length() > LONGEST_SLUG
                || !SLUG.matcher(slug).matches()) {
            throw ProblemException.badInput(
                    "slug",
                    "A slug has %d to %d lower case letters, digits and single hyphens between them."
                            .formatted(SHORTEST_SLUG, LONGEST_SLUG));
        }
        return new Organization(
                new OrganizationId(UUID.randomUUID()), slug, UnitText.required("name", name, 100), zone());
    }

    /** A region of the IANA database: an offset would know no summer time. */
    private ZoneId zone() {
        if (!ZoneId.getAvailableZoneIds().contains(timeZone)) {
            throw ProblemException.badInput("timeZone", "A time zone is an IANA name, such as Europe/Berlin.");
        }
        return ZoneId.of(timeZone);
    }
}
