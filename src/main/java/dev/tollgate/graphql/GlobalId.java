package dev.tollgate.graphql;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The id of an object that is unique over all types.
 *
 * @param type the GraphQL type's name
 * @param id the id within the type
 */
public record GlobalId(String type, String id) {

    /** Reads what {@link #encode} wrote; empty when it is nothing of the kind. */
    public static Optional<GlobalId> decode(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(":", 2);
            return parts.length == 2 ? Optional.of(new GlobalId(parts[0], parts[1])) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The form that clients see. */
    public String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((type + ":" + id).getBytes(StandardCharsets.UTF_8));
    }
}
