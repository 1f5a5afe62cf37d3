package dev.tollgate.embedded;

import dev.tollgate.tenancy.DatabaseLocation;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedPostgresConfiguration.NoneConfigured.class)
class EmbeddedPostgresConfiguration {

    @Bean
    PostgresServer embeddedPostgres(DataDirectory directory, EmbeddedSettings settings) {
        return PostgresServer.start(
                directory.folder("postgres"), directory.secret("postgres.password"), settings.postgres());
    }

    /** Depends on the server, so that the pool, which depends on this, is closed before the server stops. */
    @Bean
    DatabaseLocation embeddedDatabase(PostgresServer server) {
        return new DatabaseLocation(
                "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres",
                PostgresServer.OWNER,
                server.password(),
                null,
                null);
    }

    static class NoneConfigured extends NoneNestedConditions {

        NoneConfigured() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @ConditionalOnProperty("tollgate.database.url")
        static class Configured {}
    }
}
