package dev.tollgate.graphql.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

class SubscriptionSettingsTests {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(SubscriptionConfiguration.class);

    @Test
    void nothingSet() {
        application.run(context -> assertThat(context.getBean(SubscriptionSettings.class))
                .isEqualTo(new SubscriptionSettings(
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(30),
                        100,
                        10_000,
                        5_000,
                        DataSize.ofMegabytes(1),
                        256,
                        DataSize.ofMegabytes(1),
                        8)));
    }

    @Test
    void everythingSet() {
        application
                .withPropertyValues(
                        "tollgate.subscriptions.init-timeout=1s",
                        "tollgate.subscriptions.ping-interval=2s",
                        "tollgate.subscriptions.silence=3s",
                        "tollgate.subscriptions.stuck-timeout=4s",
                        "tollgate.subscriptions.max-per-connection=5",
                        "tollgate.subscriptions.max-per-organization=6",
                        "tollgate.subscriptions.max-connections=7",
                        "tollgate.subscriptions.max-message=8KB",
                        "tollgate.subscriptions.max-queued-frames=9",
                        "tollgate.subscriptions.max-queued-size=10KB",
                        "tollgate.subscriptions.max-replays=11")
                .run(context -> assertThat(context.getBean(SubscriptionSettings.class))
                        .isEqualTo(new SubscriptionSettings(
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(3),
                                Duration.ofSeconds(4),
                                5,
                                6,
                                7,
                                DataSize.ofKilobytes(8),
                                9,
                                DataSize.ofKilobytes(10),
                                11)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "init-timeout=0s",
                "ping-interval=-1s",
                "stuck-timeout=0s",
                "silence=10s",
                "max-per-connection=0",
                "max-per-organization=0",
                "max-connections=0",
                "max-queued-frames=0",
                "max-replays=0"
            })
    void wrong(String setting) {
        application
                .withPropertyValues("tollgate.subscriptions." + setting)
                .run(context -> assertThat(context).hasFailed());
    }
}
