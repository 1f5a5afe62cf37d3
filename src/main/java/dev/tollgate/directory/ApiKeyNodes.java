package dev.tollgate.directory;

import dev.tollgate.access.Viewer;
import dev.tollgate.apikey.ApiKey;
import dev.tollgate.apikey.ApiKeys;
import dev.tollgate.core.ApiKeyId;
import dev.tollgate.core.Scope;
import dev.tollgate.graphql.GlobalId;
import dev.tollgate.graphql.NodeSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds the organization's keys for those who may read settings, and to each key itself and the person who made it. */
@Component
class ApiKeyNodes implements NodeSource {

    private static final String TYPE = "ApiKey";

    private final ApiKeys keys;

    ApiKeyNodes(ApiKeys keys) {
        this.keys = keys;
    }

    static String id(ApiKey key) {
        return id(key.id());
    }

    static String id(ApiKeyId key) {
        return new GlobalId(TYPE, key.toString()).encode();
    }

    /** The key that a global id names; empty when it names something else. */
    static Optional<ApiKeyId> parse(String globalId) {
        return GlobalId.decode(globalId)
                .filter(global -> global.type().equals(TYPE))
                .flatMap(global -> key(global.id()));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Optional<ApiKey> find(Viewer viewer, String id) {
        return key(id).flatMap(key -> keys.find(viewer.organization(), key)).filter(key -> mayRead(viewer, key));
    }

    private static boolean mayRead(Viewer viewer, ApiKey key) {
        return viewer.may(Scope.CONTROL_READ)
                || viewer.is(key.owner())
                || (viewer.identity() instanceof Viewer.Key self
                        && self.apiKeyId().equals(key.id()));
    }

    private static Optional<ApiKeyId> key(String id) {
        try {
            return Optional.of(new ApiKeyId(UUID.fromString(id)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
