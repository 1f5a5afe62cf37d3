package dev.tollgate.directory;

import dev.tollgate.access.Account;
import dev.tollgate.access.Accounts;
import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.apikey.ApiKey;
import dev.tollgate.apikey.ApiKeys;
import dev.tollgate.core.AccountId;
import dev.tollgate.core.ApiKeyId;
import dev.tollgate.core.Scope;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Maps API keys. */
@Controller
class ApiKeyController {

    private final ApiKeys keys;
    private final Accounts accounts;

    ApiKeyController(ApiKeys keys, Accounts accounts) {
        this.keys = keys;
        this.accounts = accounts;
    }

    @SchemaMapping
    String id(ApiKey key) {
        return ApiKeyNodes.id(key);
    }

    @SchemaMapping
    List<Scope> scopes(ApiKey key) {
        return key.scopes().stream().sorted().toList();
    }

    @SchemaMapping
    @Nullable
    String team(ApiKey key) {
        return key.attribution().team();
    }

    @SchemaMapping
    @Nullable
    String project(ApiKey key) {
        return key.attribution().project();
    }

    @SchemaMapping
    @Nullable
    String environment(ApiKey key) {
        return key.attribution().environment();
    }

    @SchemaMapping
    @Nullable
    String feature(ApiKey key) {
        return key.attribution().feature();
    }

    @SchemaMapping
    List<String> allowedModels(ApiKey key) {
        return key.models().patterns();
    }

    @SchemaMapping
    List<String> allowedNetworks(ApiKey key) {
        return key.networks().ranges();
    }

    @BatchMapping
    Map<ApiKey, Instant> lastUsedAt(List<ApiKey> asked, ViewerAuthentication authentication) {
        List<ApiKeyId> ids = asked.stream().map(ApiKey::id).toList();
        Map<ApiKeyId, Instant> uses =
                keys.lastUses(authentication.getPrincipal().organization(), ids);
        return where(asked, key -> uses.get(key.id()));
    }

    @BatchMapping
    Map<ApiKey, Account> owner(List<ApiKey> asked) {
        List<AccountId> ids = asked.stream()
                .map(ApiKey::owner)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<AccountId, Account> found = accounts.find(ids);
        return where(asked, key -> key.owner() == null ? null : found.get(key.owner()));
    }

    private static <T> Map<ApiKey, T> where(List<ApiKey> keys, Function<ApiKey, @Nullable T> value) {
        Map<ApiKey, T> values = new HashMap<>();
        keys.forEach(key -> {
            T one = value.apply(key);
            if (one != null) {
                values.put(key, one);
            }
        });
        return values;
    }
}
