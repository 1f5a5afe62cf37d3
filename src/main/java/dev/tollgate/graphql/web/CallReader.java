package dev.tollgate.graphql.web;

import dev.tollgate.core.ErrorCode;
import dev.tollgate.graphql.GraphQlSettings;
import dev.tollgate.graphql.request.GraphQlCall;
import dev.tollgate.graphql.request.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.GraphQlRequest;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

/** Reads GraphQL requests: from the body of a POST, or from the parameters of a GET, which may only ask. */
@Component
class CallReader {

    private final Json json;
    private final int maxBody;

    CallReader(Json json, GraphQlSettings settings) {
        this.json = json;
        this.maxBody = Math.toIntExact(settings.maxBody().toBytes());
    }

    GraphQlRequest read(ServerRequest request) throws IOException {
        HttpMethod method = request.method();
        if (method.equals(HttpMethod.POST)) {
            requireJson(request);
            return GraphQlCall.of(json.read(body(request)));
        }
        if (method.equals(HttpMethod.GET)) {
            GraphQlRequest call = parameters(request);
            Operations.requireQuery(call);
            return call;
        }
        throw RefusedRequest.methodNotAllowed("Use POST, or GET for queries.", HttpMethod.GET, HttpMethod.POST);
    }

    private GraphQlRequest parameters(ServerRequest request) {
        return GraphQlCall.of(
                request.param("query").orElse(null),
                request.param("operationName").orElse(null),
                object(request, "variables"),
                object(request, "extensions"));
    }

    private @Nullable Object object(ServerRequest request, String name) {
        String text = request.param(name).orElse("");
        return text.isEmpty() ? null : json.read(name, text);
    }

    private byte[] body(ServerRequest request) throws IOException {
        byte[] body = request.servletRequest().getInputStream().readNBytes(maxBody + 1);
        if (body.length > maxBody) {
            throw RefusedRequest.of(
                    HttpStatus.CONTENT_TOO_LARGE,
                    ErrorCode.BAD_USER_INPUT,
                    "The body is larger than " + maxBody + " bytes.");
        }
        return body;
    }

    private static void requireJson(ServerRequest request) {
        MediaType type = contentType(request);
        boolean utf8 =
                type != null && (type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8));
        if (type == null || !utf8 || !type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)) {
            throw RefusedRequest.of(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    ErrorCode.BAD_USER_INPUT,
                    "The Content-Type must be application/json, in UTF-8.");
        }
    }

    private static @Nullable MediaType contentType(ServerRequest request) {
        try {
            return request.headers().contentType().orElse(null);
        } catch (InvalidMediaTypeException _) {
            return null;
        }
    }
}
