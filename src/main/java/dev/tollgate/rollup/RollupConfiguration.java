package dev.tollgate.rollup;

import dev.tollgate.tenancy.PartitionedTable;
import dev.tollgate.tenancy.PartitionedTable.Width;
import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({RollupSettings.class, Retention.class})
class RollupConfiguration {

    @Bean
    PartitionedTable minuteCells(Retention retention) {
        return new PartitionedTable(CellGrain.MINUTE.cellTable(), Width.DAY, days(retention.minuteCells()));
    }

    @Bean
    PartitionedTable minuteSketches(Retention retention) {
        return new PartitionedTable(CellGrain.MINUTE.sketchTable(), Width.DAY, days(retention.minuteCells()));
    }

    @Bean
    PartitionedTable hourCells(Retention retention) {
        return new PartitionedTable(CellGrain.HOUR.cellTable(), Width.MONTH, days(retention.hourCells()));
    }

    @Bean
    PartitionedTable hourSketches(Retention retention) {
        return new PartitionedTable(CellGrain.HOUR.sketchTable(), Width.MONTH, days(retention.hourCells()));
    }

    private static Period days(Duration retention) {
        return Period.ofDays(Math.toIntExact(retention.toDays()));
    }
}
