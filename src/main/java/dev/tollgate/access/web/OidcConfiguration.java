package dev.tollgate.access.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class OidcConfiguration {

    @Bean
    OidcSettings oidcSettings(Environment environment) {
        return OidcSettings.of(environment);
    }
}
