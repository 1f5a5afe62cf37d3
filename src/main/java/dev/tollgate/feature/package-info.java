/**
 * Features: named uses of AI that can be switched, for all, for a part of the users, by rules, and at a time. Owns the tables
 * feature and feature_revision. Decides from memory, which other nodes' changes reach by a message, and by a look at the database
 * when the message is lost. It refuses nothing itself: whoever asks heeds the decision.
 */
@NullMarked
@ApplicationModule(
        displayName = "Features",
        allowedDependencies = {
            "core",
            "tenancy",
            "organization",
            "access",
            "audit",
            "graphql",
            "redis",
            "usage",
            "analytics",
            "live"
        })
package dev.tollgate.feature;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
