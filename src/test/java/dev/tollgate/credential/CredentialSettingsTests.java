package dev.tollgate.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CredentialSettingsTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    @Test
    void allowsNoNetworkWhenNothingIsSet() {
        assertThat(bind(Map.of())).isEqualTo(new CredentialSettings(List.of(), Duration.ofSeconds(10)));
    }

    @Test
    void takesWhatIsSet() {
        assertThat(bind(Map.of(
                        "tollgate.credentials.allowed-networks",
                        "10.0.0.0/8, fd00::/8,127.0.0.1",
                        "tollgate.credentials.check-timeout",
                        "3s")))
                .isEqualTo(
                        new CredentialSettings(List.of("10.0.0.0/8", "fd00::/8", "127.0.0.1"), Duration.ofSeconds(3)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "10.0.0.0/99", "10", "all", "cafe"})
    void refusesNetworksThatAreNone(String network) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CredentialSettings(List.of(network), TIMEOUT))
                .withMessageContaining("tollgate.credentials.allowed-networks");
    }

    @Test
    void refusesATimeoutOfNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CredentialSettings(List.of(), Duration.ZERO))
                .withMessageContaining("tollgate.credentials.check-timeout");
    }

    private static CredentialSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("tollgate.credentials", CredentialSettings.class);
    }
}
