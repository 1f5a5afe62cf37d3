package dev.tollgate.embedded;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EmbeddedSettings.class)
class EmbeddedConfiguration {

    /** Lazy: with both servers configured the folder is neither made nor held. */
    @Bean
    @Lazy
    DataDirectory dataDirectory(EmbeddedSettings settings) {
        return DataDirectory.open(settings.dataDir());
    }
}
