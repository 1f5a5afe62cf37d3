package dev.tollgate.graphql.subscription;

import dev.tollgate.access.Viewer;
import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.graphql.SubscriptionProgress;
import graphql.execution.SubscriptionExecutionStrategy;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.graphql.GraphQlRequest;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.util.AlternativeJdkIdGenerator;
import org.springframework.util.IdGenerator;

/** Executes operations with all that belongs to one over HTTP: limits, cost, and errors with codes. It waits for the answer. */
@Component
class Executions {

    private static final URI ENDPOINT = URI.create("/graphql");

    private final WebGraphQlHandler handler;
    private final IdGenerator ids = new AlternativeJdkIdGenerator();

    Executions(WebGraphQlHandler handler) {
        this.handler = handler;
    }

    /** The answer to a query or a mutation. */
    WebGraphQlResponse run(GraphQlRequest call, Caller caller) {
        return run(request(call), caller.authentication());
    }

    /** The answer to a subscription, which may be shared: its data is a publisher, unless it failed. */
    WebGraphQlResponse run(GraphQlRequest call, Viewer viewer, SubscriptionProgress progress) {
        WebGraphQlRequest request = request(call);
        // The answers' stretches are noted in the order of the items.
        Map<Object, Object> context = Map.of(
                SubscriptionProgress.class,
                progress,
                SubscriptionExecutionStrategy.KEEP_SUBSCRIPTION_EVENTS_ORDERED,
                true);
        request.configureExecutionInput(
                (_, input) -> input.graphQLContext(context).build());
        return run(request, new ViewerAuthentication(viewer, null));
    }

    private WebGraphQlResponse run(WebGraphQlRequest request, ViewerAuthentication authentication) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        try {
            return Objects.requireNonNull(handler.handleRequest(request).block());
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private WebGraphQlRequest request(GraphQlRequest call) {
        return new WebGraphQlRequest(
                ENDPOINT,
                HttpHeaders.EMPTY,
                null,
                null,
                Map.of(),
                call,
                ids.generateId().toString(),
                Locale.ENGLISH);
    }
}
