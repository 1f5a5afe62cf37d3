package dev.tollgate.directory;

import dev.tollgate.access.Viewer;
import dev.tollgate.apikey.ApiKey;
import dev.tollgate.apikey.ApiKeyDraft;
import dev.tollgate.apikey.ApiKeys;
import org.springframework.stereotype.Component;

/** Hands the limits of a key on to the keys that it makes. */
@Component
class KeyLimits {

    private final ApiKeys keys;

    KeyLimits(ApiKeys keys) {
        this.keys = keys;
    }

    /** The draft, within what the viewer is held to if it is a key; BAD_USER_INPUT with the field that goes beyond. */
    ApiKeyDraft within(Viewer viewer, ApiKeyDraft draft) {
        if (viewer.identity() instanceof Viewer.Key key) {
            ApiKey maker = keys.find(viewer.organization(), key.apiKeyId()).orElseThrow(KeyRights::notFound);
            return draft.within(maker);
        }
        return draft;
    }
}
