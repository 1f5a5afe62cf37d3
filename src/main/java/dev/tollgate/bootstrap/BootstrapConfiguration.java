package dev.tollgate.bootstrap;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class BootstrapConfiguration {

    @Bean
    BootstrapSettings bootstrapSettings(Environment environment) {
        return BootstrapSettings.of(environment);
    }
}
