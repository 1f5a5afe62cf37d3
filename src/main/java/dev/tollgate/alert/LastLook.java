package dev.tollgate.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last look at a rule.
 *
 * @param failure why nothing could be measured; null when it could
 */
public record LastLook(Instant at, @Nullable String failure) {}
