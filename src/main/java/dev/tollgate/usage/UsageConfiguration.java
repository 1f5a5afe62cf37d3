package dev.tollgate.usage;

import dev.tollgate.tenancy.PartitionedTable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UsageSettings.class)
class UsageConfiguration {

    @Bean
    PartitionedTable eventPartitions(UsageSettings settings) {
        return new PartitionedTable("usage_event", PartitionedTable.Width.MONTH, settings.retention());
    }
}
