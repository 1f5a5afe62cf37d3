package dev.tollgate.graphql.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.graphql.subscription.EventStreams;
import dev.tollgate.http.Problems;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.springframework.graphql.GraphQlRequest;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.util.AlternativeJdkIdGenerator;
import org.springframework.util.IdGenerator;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Serves GraphQL over HTTP in the place of Spring's own handler, which lets requests of a wrong form through and has no GET.
 * Everything below HTTP is Spring's. It waits for the answer: requests have virtual threads of their own.
 */
@Component
class GraphQlEndpoint {

    private final WebGraphQlHandler handler;
    private final EventStreams events;
    private final CallReader reader;
    private final AnswerWriter writer;
    private final IdGenerator ids = new AlternativeJdkIdGenerator();

    GraphQlEndpoint(WebGraphQlHandler handler, EventStreams events, CallReader reader, AnswerWriter writer) {
        this.handler = handler;
        this.events = events;
        this.reader = reader;
        this.writer = writer;
    }

    ServerResponse handle(ServerRequest request) throws IOException {
        try {
            Viewer viewer = viewer();
            ResponseFormat format = ResponseFormat.of(request);
            GraphQlRequest call = reader.read(request);
            return format == ResponseFormat.EVENT_STREAM
                    ? events.answer(request.servletRequest(), call, viewer)
                    : writer.answer(format, execute(request, call));
        } catch (RefusedRequest refused) {
            return writer.refusal(request, refused);
        } catch (RuntimeException failure) {
            return writer.refusal(request, RefusedRequest.failed(Problems.of(failure)));
        }
    }

    private WebGraphQlResponse execute(ServerRequest request, GraphQlRequest call) {
        WebGraphQlRequest webRequest = new WebGraphQlRequest(
                request.uri(),
                request.headers().asHttpHeaders(),
                null,
                request.remoteAddress().orElse(null),
                request.attributes(),
                call,
                ids.generateId().toString(),
                Locale.ENGLISH);
        return Objects.requireNonNull(handler.handleRequest(webRequest).block());
    }

    private static Viewer viewer() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Viewer viewer) {
            return viewer;
        }
        throw RefusedRequest.unauthenticated();
    }
}
