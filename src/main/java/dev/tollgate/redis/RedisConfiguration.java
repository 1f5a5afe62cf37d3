package dev.tollgate.redis;

import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class RedisConfiguration {

    @Bean
    @ConditionalOnProperty("tollgate.redis.url")
    RedisLocation configuredRedis(Environment environment) {
        return RedisUrl.parse(environment.getRequiredProperty("tollgate.redis.url"));
    }

    @Bean(destroyMethod = "shutdown")
    RedissonClient redisson(RedisLocation location) {
        Config config = new Config();
        config.setLazyInitialization(true);
        config.setUsername(location.username());
        config.setPassword(location.password());
        String[] addresses = location.addresses().stream().map(Object::toString).toArray(String[]::new);
        if (addresses.length == 1) {
            config.useSingleServer().setAddress(addresses[0]).setConnectionMinimumIdleSize(1);
        } else {
            config.useClusterServers().addNodeAddress(addresses);
        }
        return Redisson.create(config);
    }
}
