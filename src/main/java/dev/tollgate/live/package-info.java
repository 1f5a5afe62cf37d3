/**
 * The live feed: what is committed on any node, in the order of commits, as ticks and single calls for whoever watches. Owns no
 * table and holds nothing that could not be read again: the log of commits is {@code usage}'s, Redis only carries it faster. It
 * knows no transport; {@code graphql} has those.
 */
@NullMarked
@ApplicationModule(
        displayName = "Live",
        allowedDependencies = {
            "core",
            "tenancy",
            "organization",
            "access",
            "graphql",
            "redis",
            "usage",
            "rollup",
            "analytics"
        })
package dev.tollgate.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
