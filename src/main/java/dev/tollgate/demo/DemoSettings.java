package dev.tollgate.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the demo holds.
 *
 * @param demoEvents how many calls it has
 */
@ConfigurationProperties("tollgate")
record DemoSettings(@DefaultValue("200000") int demoEvents) {

    DemoSettings {
        if (demoEvents < 1) {
            throw new IllegalArgumentException("tollgate.demo-events must be at least 1");
        }
    }
}
