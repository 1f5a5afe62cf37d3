package dev.tollgate.testing;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points an application at the shared servers. */
class SharedServers implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "tollgate.database.url=" + TestServers.databaseUrl(),
                        "tollgate.database.username=postgres",
                        "tollgate.redis.url=" + TestServers.redisUrl(),
                        "tollgate.master-key=" + "5e".repeat(32),
                        // Where providers are that tests make.
                        "tollgate.credentials.allowed-networks=127.0.0.1")
                .applyTo(context);
    }
}
