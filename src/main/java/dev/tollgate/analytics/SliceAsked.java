package dev.tollgate.analytics;

import dev.tollgate.organization.Organization;

/**
 * Names a slice.
 *
 * @param organization whose usage
 * @param range when the calls occurred
 * @param filter which calls
 */
public record SliceAsked(Organization organization, RangeAsked range, SliceFilter filter) {

    /** The same with another filter. */
    public SliceAsked with(SliceFilter other) {
        return new SliceAsked(organization, range, other);
    }
}
