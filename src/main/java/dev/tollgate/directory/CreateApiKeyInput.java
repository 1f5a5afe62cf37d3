package dev.tollgate.directory;

import dev.tollgate.core.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a new key should be, as it was sent. */
record CreateApiKeyInput(
        String name, List<Scope> scopes, @Nullable Instant expiresAt) {}
