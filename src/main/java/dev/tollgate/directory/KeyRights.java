package dev.tollgate.directory;

import dev.tollgate.access.Viewer;
import dev.tollgate.apikey.ApiKey;
import dev.tollgate.apikey.ApiKeys;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import dev.tollgate.core.Scope;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the keys that a viewer may change: all for who may change settings, one's own for a person. */
@Component
class KeyRights {

    private final ApiKeys keys;

    KeyRights(ApiKeys keys) {
        this.keys = keys;
    }

    /** The key; NOT_FOUND when there is none. FORBIDDEN, whether there is one or not, when it is not the viewer's to change. */
    ApiKey changeable(Viewer viewer, String globalId) {
        Optional<ApiKey> found = ApiKeyNodes.parse(globalId).flatMap(id -> keys.find(viewer.organization(), id));
        if (found.filter(key -> viewer.is(key.owner())).isEmpty()) {
            viewer.require(Scope.CONTROL_WRITE);
        }
        return found.orElseThrow(KeyRights::notFound);
    }

    static ProblemException notFound() {
        return ProblemException.of(ErrorCode.NOT_FOUND, "There is no such API key.");
    }
}
