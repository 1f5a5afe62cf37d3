package dev.tollgate.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.SettingException;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class BootstrapSettingsTests {

    private static final String KEY = "tg_0123456789abcdefghijABCDEFGHI";

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void nothingSetMakesTheDemoOnTheEmbeddedDatabase() {
        assertThat(BootstrapSettings.of(environment)).isEqualTo(new BootstrapSettings(true, null, ZoneId.of("UTC")));
    }

    @Test
    void aConfiguredDatabaseGetsNoDemoUnlessAskedFor() {
        environment.setProperty("tollgate.database.url", "jdbc:postgresql://db/tollgate");
        assertThat(BootstrapSettings.of(environment).demo()).isFalse();

        environment.setProperty("tollgate.demo", "true");
        assertThat(BootstrapSettings.of(environment).demo()).isTrue();
    }

    @Test
    void everythingSet() {
        environment.setProperty("tollgate.demo", "false");
        environment.setProperty("tollgate.bootstrap-key", KEY);
        environment.setProperty("tollgate.time-zone", "Europe/Berlin");

        BootstrapSettings settings = BootstrapSettings.of(environment);

        assertThat(settings).isEqualTo(new BootstrapSettings(false, KEY, ZoneId.of("Europe/Berlin")));
        assertThat(settings.toString()).doesNotContain(KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tg_short", "0123456789abcdef0123456789abcdef", "tg_0123456789abcdef 0123456789abcdef"})
    void aBadKeyIsNamedAndNotShown(String key) {
        environment.setProperty("tollgate.bootstrap-key", key);

        assertThatThrownBy(() -> BootstrapSettings.of(environment))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("TOLLGATE_BOOTSTRAP_KEY must begin with tg_")
                .hasMessageNotContaining(key);
    }

    @Test
    void aBadTimeZoneIsNamed() {
        environment.setProperty("tollgate.time-zone", "Mars/Olympus");

        assertThatThrownBy(() -> BootstrapSettings.of(environment))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("TOLLGATE_TIME_ZONE must be");
    }
}
