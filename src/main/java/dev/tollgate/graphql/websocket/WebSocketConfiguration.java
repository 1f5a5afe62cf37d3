package dev.tollgate.graphql.websocket;

import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WebSocketConfiguration {

    /** The buffers of a closed connection are not used for another one: what is late on its way to one never comes to another. */
    @Bean
    TomcatConnectorCustomizer ownBuffersForEachConnection() {
        return connector -> connector.setProperty("socket.bufferPool", "0");
    }
}
