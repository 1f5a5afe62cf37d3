package dev.tollgate.graphql.web;

import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Puts the endpoint ahead of Spring's own route. */
@Configuration(proxyBeanMethods = false)
class GraphQlRoutes {

    @Bean
    @Order(-1)
    RouterFunction<ServerResponse> graphQlEndpointRoute(GraphQlEndpoint endpoint, GraphQlProperties properties) {
        return RouterFunctions.route(RequestPredicates.path(properties.getHttp().getPath()), endpoint::handle);
    }
}
