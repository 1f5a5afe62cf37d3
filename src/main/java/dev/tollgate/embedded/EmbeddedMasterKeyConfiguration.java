package dev.tollgate.embedded;

import dev.tollgate.credential.GeneratedMasterKey;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Where the database is here, one node has it: the master key is kept beside it, unless one is set. */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedPostgresConfiguration.NoneConfigured.class)
class EmbeddedMasterKeyConfiguration {

    /** Lazy: with a key that is set none is made. */
    @Bean
    @Lazy
    GeneratedMasterKey generatedMasterKey(DataDirectory directory) {
        return new GeneratedMasterKey(directory.secret("master.key"));
    }
}
