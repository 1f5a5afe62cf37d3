package dev.tollgate.redis;

import io.micrometer.core.instrument.MeterRegistry;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.BaseConfig;
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
        RedisLocation location = RedisUrl.parse(environment.getRequiredProperty("tollgate.redis.url"));
        new RedisCheck(location).run();
        return location;
    }

    @Bean(destroyMethod = "shutdown")
    RedissonClient redisson(RedisLocation location) {
        Config config = new Config();
        config.setLazyInitialization(true);
        config.setUsername(location.username());
        config.setPassword(location.password());
        String[] addresses = location.addresses().stream().map(Object::toString).toArray(String[]::new);
        if (addresses.length == 1) {
            impatient(config.useSingleServer().setAddress(addresses[0]).setConnectionMinimumIdleSize(1));
        } else {
            impatient(config.useClusterServers().addNodeAddress(addresses));
        }
        return Redisson.create(config);
    }

    /** Nobody waits long for what everybody can do without. */
    private static void impatient(BaseConfig<?> config) {
        config.setConnectTimeout(2_000);
        config.setTimeout(1_000);
        config.setRetryAttempts(1);
    }

    @Bean
    RedisMonitor redisMonitor(RedissonClient redis, MeterRegistry meters) {
        return new RedisMonitor(redis, meters);
    }
}
