package dev.tollgate.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class IngestSettingsTests {

    @Test
    void nothingIsSet() {
        assertThat(bind(Map.of())).isEqualTo(new IngestSettings(50_000, DataSize.ofMegabytes(16), 200_000, 5_000));
    }

    @Test
    void everythingIsSet() {
        assertThat(bind(Map.of(
                        "tollgate.ingest.max-events", "7",
                        "tollgate.ingest.max-bytes", "3KB",
                        "tollgate.ingest.queued-events", "8",
                        "tollgate.ingest.commit-events", "2")))
                .isEqualTo(new IngestSettings(7, DataSize.ofKilobytes(3), 8, 2));
    }

    @Test
    void aLimitThatLetsNothingInIsRefused() {
        assertThatThrownBy(() -> bind(Map.of("tollgate.ingest.commit-events", "0")))
                .rootCause()
                .hasMessageEndingWith("tollgate.ingest.commit-events must be at least 1");
    }

    @Test
    void aQueueThatAFullRequestDoesNotFitInIsRefused() {
        assertThatThrownBy(() -> bind(Map.of("tollgate.ingest.queued-events", "49999")))
                .rootCause()
                .hasMessageStartingWith("tollgate.ingest.queued-events must be at least");
    }

    private static IngestSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("tollgate.ingest", IngestSettings.class);
    }
}
