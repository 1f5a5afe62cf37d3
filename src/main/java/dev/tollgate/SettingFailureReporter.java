package dev.tollgate;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says what is wrong with a setting in one sentence, in place of Spring's report and stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class SettingFailureReporter implements SpringBootExceptionReporter {

    private static final Logger log = LoggerFactory.getLogger(TollgateApplication.class);

    /** Called by Spring Boot, which requires this form. */
    SettingFailureReporter(@Nullable ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        return SettingFailures.sentence(failure)
                .map(sentence -> {
                    log.error(sentence);
                    return true;
                })
                .orElse(false);
    }
}
