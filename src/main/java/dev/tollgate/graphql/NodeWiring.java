package dev.tollgate.graphql;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** Tells the type of what {@code node(id:)} found by the type that its id names. */
@Configuration(proxyBeanMethods = false)
class NodeWiring {

    @Bean
    RuntimeWiringConfigurer nodeTypes() {
        return wiring -> wiring.type(
                "Node", type -> type.typeResolver(found -> found.getSchema().getObjectType(found.getLocalContext())));
    }
}
