package dev.tollgate.graphql.web;

import dev.tollgate.graphql.CodedError;
import dev.tollgate.graphql.request.Json;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Writes answers, with the status that the specification has for them. */
@Component
class AnswerWriter {

    private final Json json;

    AnswerWriter(Json json) {
        this.json = json;
    }

    ServerResponse answer(ResponseFormat format, WebGraphQlResponse response) {
        HttpStatus status = AnswerStatus.of(format, response);
        HttpHeaders headers = new HttpHeaders();
        headers.putAll(response.getResponseHeaders());
        AnswerStatus.retryAfter(response).ifPresent(seconds -> headers.set(HttpHeaders.RETRY_AFTER, seconds));
        return write(status, headers, format, response.toMap());
    }

    ServerResponse refusal(ServerRequest request, RefusedRequest refused) {
        Map<String, Object> body =
                Map.of("errors", List.of(CodedError.of(refused.problem()).toSpecification()));
        return write(refused.status(), refused.headers(), format(request), body);
    }

    private ServerResponse write(
            HttpStatus status, HttpHeaders headers, ResponseFormat format, Map<String, Object> body) {
        return ServerResponse.status(status)
                .headers(all -> all.putAll(headers))
                .contentType(format.contentType())
                .body(json.write(body));
    }

    /** A refusal is written as JSON to those who accept neither format. */
    private static ResponseFormat format(ServerRequest request) {
        try {
            ResponseFormat format = ResponseFormat.of(request);
            return format == ResponseFormat.EVENT_STREAM ? ResponseFormat.JSON : format;
        } catch (RefusedRequest _) {
            return ResponseFormat.JSON;
        }
    }
}
