package dev.tollgate.directory;

import dev.tollgate.access.Viewer;
import dev.tollgate.apikey.ApiKey;
import dev.tollgate.apikey.ApiKeyDraft;
import dev.tollgate.apikey.ApiKeys;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import java.util.Optional;
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
        return maker(viewer).map(draft::within).orElse(draft);
    }

    /** FORBIDDEN when the viewer is a key and would get the secret of another that is held to less. */
    void requireWithin(Viewer viewer, ApiKey other) {
        maker(viewer)
                .filter(maker -> !maker.id().equals(other.id()) && !isWithin(other, maker))
                .ifPresent(_ -> {
                    throw ProblemException.of(
                            ErrorCode.FORBIDDEN, "The API key that asks is limited more than this one.");
                });
    }

    private static boolean isWithin(ApiKey other, ApiKey maker) {
        ApiKeyDraft same = new ApiKeyDraft(
                other.name(), other.scopes(), other.expiresAt(), other.attribution(), other.models(), other.networks());
        try {
            return same.within(maker).equals(same);
        } catch (ProblemException _) {
            return false;
        }
    }

    private Optional<ApiKey> maker(Viewer viewer) {
        return viewer.identity() instanceof Viewer.Key key
                ? Optional.of(keys.find(viewer.organization(), key.apiKeyId()).orElseThrow(KeyRights::notFound))
                : Optional.empty();
    }
}
