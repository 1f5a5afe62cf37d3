package dev.tollgate.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class FeatureSettingsTests {

    @Test
    void nothingIsSet() {
        FeatureSettings settings = bind(Map.of());

        assertThat(settings.decision()).isEqualTo(new Decision.Enabled(DecisionReason.UNKNOWN));
        assertThat(settings.undeclared("chat").state()).isEqualTo(FeatureState.ON);
    }

    @Test
    void everythingIsSet() {
        FeatureSettings settings = bind(Map.of("tollgate.features.unknown", "off"));

        assertThat(settings.decision()).isEqualTo(new Decision.Disabled(DecisionReason.UNKNOWN, null));
        assertThat(settings.undeclared("chat").state()).isEqualTo(FeatureState.OFF);
    }

    private static FeatureSettings bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("tollgate.features", FeatureSettings.class);
    }
}
