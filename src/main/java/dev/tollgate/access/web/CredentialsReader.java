package dev.tollgate.access.web;

import dev.tollgate.core.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads credentials from a body of at most 4 KiB, since anybody may send one. */
@Component
class CredentialsReader {

    private static final int LONGEST_BODY = 4_096;

    private final JsonMapper json;

    CredentialsReader(JsonMapper json) {
        this.json = json;
    }

    <T> T read(InputStream body, Class<T> type) throws IOException {
        byte[] text = body.readNBytes(LONGEST_BODY + 1);
        if (text.length > LONGEST_BODY) {
            throw new ResponseStatusException(
                    HttpStatus.CONTENT_TOO_LARGE, "The body has at most " + LONGEST_BODY + " bytes.");
        }
        try {
            T read = json.readValue(text, type);
            if (read != null) {
                return read;
            }
        } catch (JacksonException _) {
            // Not passed on as the cause: its message quotes the body.
        }
        throw ProblemException.badInput("body", "The body must be a JSON object with texts.");
    }
}
