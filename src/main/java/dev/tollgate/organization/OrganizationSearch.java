package dev.tollgate.organization;

import org.jspecify.annotations.Nullable;

/**
 * Which organizations are asked for.
 *
 * @param text what stands in the slug or the name, in whatever case; null: anything
 * @param suspended whether nobody may act in them; null: either
 */
public record OrganizationSearch(
        @Nullable String text, @Nullable Boolean suspended) {}
