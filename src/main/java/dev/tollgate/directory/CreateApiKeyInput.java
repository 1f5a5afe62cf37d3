package dev.tollgate.directory;

import dev.tollgate.apikey.AllowedModels;
import dev.tollgate.apikey.AllowedNetworks;
import dev.tollgate.apikey.ApiKeyDraft;
import dev.tollgate.apikey.KeyAttribution;
import dev.tollgate.core.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a new key should be, as it was sent. */
record CreateApiKeyInput(
        String name,
        List<Scope> scopes,
        @Nullable Instant expiresAt,
        @Nullable String team,
        @Nullable String project,
        @Nullable String environment,
        @Nullable String feature,
        List<String> allowedModels,
        List<String> allowedNetworks,
        @Nullable String clientMutationId,
        @Nullable String reason) {

    ApiKeyDraft draft() {
        return new ApiKeyDraft(
                name,
                Set.copyOf(scopes),
                expiresAt,
                new KeyAttribution(team, project, environment, feature),
                AllowedModels.of(allowedModels),
                AllowedNetworks.of(allowedNetworks));
    }
}
