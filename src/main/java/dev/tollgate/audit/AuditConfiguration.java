package dev.tollgate.audit;

import dev.tollgate.tenancy.PartitionedTable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditSettings.class)
class AuditConfiguration {

    @Bean
    PartitionedTable auditEntries(AuditSettings settings) {
        return new PartitionedTable("audit_entry", PartitionedTable.Width.MONTH, settings.retention());
    }
}
