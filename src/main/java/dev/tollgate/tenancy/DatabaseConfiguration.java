package dev.tollgate.tenancy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    @Bean
    @ConditionalOnProperty("tollgate.database.url")
    DatabaseLocation configuredDatabase(DatabaseSettings settings) {
        DatabaseLocation location = settings.location();
        new DatabaseCheck(location).run();
        return location;
    }

    @Bean
    OwnerDatabase ownerDatabase(DatabaseLocation location) {
        return new OwnerDatabase(new DriverManagerDataSource(location.url(), location.username(), location.password()));
    }

    @Bean
    DataSource dataSource(DatabaseLocation location, DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("tollgate");
        config.setJdbcUrl(location.url());
        config.setMaximumPoolSize(settings.connections());
        config.setConnectionTimeout(Duration.ofSeconds(5).toMillis());
        // The pool may be asked before the migrations have created the runtime role.
        config.setInitializationFailTimeout(-1);
        config.setMinimumIdle(0);
        signIn(config, location);
        return new HikariDataSource(config);
    }

    private static void signIn(HikariConfig config, DatabaseLocation location) {
        if (location.appUsername() == null) {
            config.setUsername(location.username());
            config.setPassword(location.password());
            // What the role has for its own sessions does not come with stepping down to it.
            config.setConnectionInitSql(
                    "SET ROLE " + location.runtimeRole() + "; SET citus.propagate_set_commands TO 'local'");
        } else {
            config.setUsername(location.appUsername());
            config.setPassword(location.appPassword());
        }
    }

    @Bean
    FlywayConfigurationCustomizer migrateAsOwner(OwnerDatabase owner, DatabaseLocation location) {
        return flyway ->
                flyway.dataSource(owner.dataSource()).placeholders(Map.of("runtimeRole", location.runtimeRole()));
    }
}
