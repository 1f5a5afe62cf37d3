package dev.tollgate.credential;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CredentialSettings.class)
class CredentialConfiguration {

    @Bean
    MasterKeys masterKeys(Environment environment, ObjectProvider<GeneratedMasterKey> generated) {
        return MasterKeys.of(environment, generated::getIfAvailable);
    }
}
