package dev.tollgate.embedded;

import dev.tollgate.redis.RedisLocation;
import java.net.URI;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedRedisConfiguration.NoneConfigured.class)
class EmbeddedRedisConfiguration {

    @Bean
    RedisProcess embeddedRedisServer(DataDirectory directory) {
        return RedisProcess.start(directory.folder("redis"), directory.secret("redis.password"));
    }

    /** Depends on the server, so that the client, which depends on this, is closed before the server stops. */
    @Bean
    RedisLocation embeddedRedis(RedisProcess server) {
        return new RedisLocation(List.of(URI.create("redis://127.0.0.1:" + server.port())), null, server.password());
    }

    static class NoneConfigured extends NoneNestedConditions {

        NoneConfigured() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @ConditionalOnProperty("tollgate.redis.url")
        static class Configured {}
    }
}
