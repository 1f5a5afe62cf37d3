package dev.tollgate.graphql.web;

import dev.tollgate.core.ErrorCode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;

/** What an answer is written as. The first that a client accepts equally is taken: JSON where it names neither. */
enum ResponseFormat {
    /** The legacy media type: 200 for every request that is well-formed. */
    JSON("application/json"),
    /** The specification's own media type, whose status tells whether the request was valid. */
    GRAPHQL_RESPONSE("application/graphql-response+json"),
    /** Events, as subscriptions want them. */
    EVENT_STREAM("text/event-stream");

    private final String type;

    ResponseFormat(String type) {
        this.type = type;
    }

    MediaType contentType() {
        return MediaType.parseMediaType(type + ";charset=utf-8");
    }

    /** The format that the client likes best; refuses with 406 when it accepts none. */
    static ResponseFormat of(ServerRequest request) {
        List<MediaType> accepted = accepted(request);
        if (accepted.isEmpty()) {
            return JSON;
        }
        return accepted.stream()
                .filter(range -> range.getQualityValue() > 0)
                .sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed())
                .flatMap(range -> within(range).stream())
                .findFirst()
                .orElseThrow(() -> notAcceptable("None of the media types in Accept can be answered with."));
    }

    private static List<MediaType> accepted(ServerRequest request) {
        try {
            return request.headers().accept();
        } catch (InvalidMediaTypeException _) {
            throw notAcceptable("The header Accept cannot be read.");
        }
    }

    private static Optional<ResponseFormat> within(MediaType range) {
        return List.of(values()).stream()
                .filter(format -> range.includes(MediaType.parseMediaType(format.type)))
                .findFirst();
    }

    private static RefusedRequest notAcceptable(String message) {
        return RefusedRequest.of(HttpStatus.NOT_ACCEPTABLE, ErrorCode.BAD_USER_INPUT, message);
    }
}
