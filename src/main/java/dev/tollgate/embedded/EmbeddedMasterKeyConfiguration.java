package dev.tollgate.embedded;

import dev.tollgate.credential.GeneratedMasterKey;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Where the database is here, one node has it: the master key is kept beside it, unless one is set. */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedPostgresConfiguration.NoneConfigured.class)
class EmbeddedMasterKeyConfiguration {

    @Bean
    GeneratedMasterKey generatedMasterKey(DataDirectory directory) {
        return new GeneratedMasterKey(directory.secret("master.key"));
    }
}
