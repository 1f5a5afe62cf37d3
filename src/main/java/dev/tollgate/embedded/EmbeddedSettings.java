package dev.tollgate.embedded;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to run the embedded servers.
 *
 * @param dataDir the folder of their data
 * @param postgres settings for {@code postgresql.conf} in place of the ones chosen here
 */
@ConfigurationProperties("tollgate")
record EmbeddedSettings(
        @DefaultValue("./data") Path dataDir, @DefaultValue Map<String, String> postgres) {}
