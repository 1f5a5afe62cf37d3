/**
 * The way to Redis: one client for all, which connects when it is first used and comes back by itself after Redis was away.
 * Redis is a fast path, never the truth: callers must go on without it.
 */
@NullMarked
@ApplicationModule(displayName = "Redis", allowedDependencies = "core")
package dev.tollgate.redis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
