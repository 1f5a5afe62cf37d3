package dev.tollgate.testing;

import org.jooq.ExecuteListenerProvider;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The beans that {@link TollgateTest} adds to the application. */
@TestConfiguration(proxyBeanMethods = false)
@Import({TestOrganizations.class, TestKeys.class, TestApi.class, TestSchema.class})
class TestBeans {

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    @Bean
    StatementLog statementLog() {
        return new StatementLog();
    }

    @Bean
    ExecuteListenerProvider logStatements(StatementLog log) {
        return new DefaultExecuteListenerProvider(log);
    }
}
