package dev.tollgate.graphql.web;

import dev.tollgate.graphql.subscription.GraphQlSockets;
import dev.tollgate.graphql.websocket.WebSocketHandshake;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Puts the endpoint ahead of Spring's own route. */
@Configuration(proxyBeanMethods = false)
class GraphQlRoutes {

    @Bean
    @Order(-1)
    RouterFunction<ServerResponse> graphQlEndpointRoute(
            GraphQlEndpoint endpoint, GraphQlSockets sockets, GraphQlProperties properties) {
        RequestPredicate path = RequestPredicates.path(properties.getHttp().getPath());
        RequestPredicate handshake = request -> WebSocketHandshake.isMeant(request.servletRequest());
        return RouterFunctions.route(path.and(handshake), sockets::answer).andRoute(path, endpoint::handle);
    }
}
