package dev.tollgate.apikey;

import dev.tollgate.core.Actor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * How a client names a request, to send it again.
 *
 * @param actor whose name for it that is
 * @param clientMutationId the name
 * @param content what is asked, so that another request is not taken for it
 */
record RequestId(Actor actor, String clientMutationId, String content) {

    /** Null when the client gave no name; BAD_USER_INPUT when it cannot be one. */
    static @Nullable RequestId of(Actor actor, @Nullable String clientMutationId, String content) {
        return clientMutationId == null
                ? null
                : new RequestId(actor, KeyText.required("clientMutationId", clientMutationId), content);
    }

    byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
