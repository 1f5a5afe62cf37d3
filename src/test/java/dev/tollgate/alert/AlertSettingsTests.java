package dev.tollgate.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.backoff.BackOffExecution;

class AlertSettingsTests {

    @Test
    void nothingIsSet() {
        assertThat(bind(Map.of()))
                .isEqualTo(new AlertSettings(
                        true,
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(10),
                        10,
                        Duration.ofSeconds(10),
                        Duration.ofHours(1),
                        false,
                        Duration.ofDays(400),
                        "tollgate@localhost"));
    }

    @Test
    void everythingIsSet() {
        Map<String, String> properties = Map.of(
                "tollgate.alerts.work", "false",
                "tollgate.alerts.interval", "1m",
                "tollgate.alerts.timeout", "3s",
                "tollgate.alerts.attempts", "2",
                "tollgate.alerts.first-retry", "1s",
                "tollgate.alerts.longest-retry", "5s",
                "tollgate.alerts.allow-private-networks", "true",
                "tollgate.alerts.retention", "30d",
                "tollgate.alerts.mail-from", "a@example.com");

        assertThat(bind(properties))
                .isEqualTo(new AlertSettings(
                        false,
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(3),
                        2,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5),
                        true,
                        Duration.ofDays(30),
                        "a@example.com"));
    }

    @Test
    void aSettingThatLetsNothingHappenIsRefused() {
        assertThatThrownBy(() -> bind(Map.of("tollgate.alerts.attempts", "0")))
                .rootCause()
                .hasMessage("tollgate.alerts.attempts must be at least 1");
        assertThatThrownBy(() -> bind(Map.of("tollgate.alerts.interval", "0s")))
                .rootCause()
                .hasMessage("tollgate.alerts times must be longer than nothing");
    }

    @Test
    void pausesGrowToTheLongestAndEnd() {
        BackOffExecution pauses = bind(Map.of(
                        "tollgate.alerts.attempts", "4",
                        "tollgate.alerts.first-retry", "1s",
                        "tollgate.alerts.longest-retry", "3s"))
                .pauses()
                .start();

        assertThat(pauses.nextBackOff()).isEqualTo(1_000);
        assertThat(pauses.nextBackOff()).isEqualTo(2_000);
        assertThat(pauses.nextBackOff()).isEqualTo(3_000);
        assertThat(pauses.nextBackOff()).isEqualTo(BackOffExecution.STOP);
    }

    @Test
    void oneAttemptHasNoPauseAfterIt() {
        assertThat(bind(Map.of("tollgate.alerts.attempts", "1"))
                        .pauses()
                        .start()
                        .nextBackOff())
                .isEqualTo(BackOffExecution.STOP);
    }

    private static AlertSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("tollgate.alerts", AlertSettings.class);
    }
}
