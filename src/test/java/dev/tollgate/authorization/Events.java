package dev.tollgate.authorization;

import dev.tollgate.alert.RaisedAlerts;
import dev.tollgate.live.ControlSignal.AlertSeverity;
import dev.tollgate.live.ControlSignal.QuotaStatus;
import dev.tollgate.live.ControlSignal.QuotaUtilization;
import dev.tollgate.live.ControlSignals;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** Makes something happen of which each subscription tells. */
final class Events {

    private static final String CHANGE = """
            mutation { recordUsage(events: [{id: "%1$s", occurredAt: "%2$s", provider: "p", model: "m"}]) { accepted }
              setFeature(input: {name: "%1$s", state: OFF}) { feature { version } } }""";

    private final ApplicationContext beans;
    private final Side side;

    Events(ApplicationContext beans, Side side) {
        this.beans = beans;
        this.side = side;
    }

    void stir() {
        side.administrator().graphQl(CHANGE.formatted(UUID.randomUUID(), Instant.now()));
        RaisedAlerts.raise(beans, side.organization(), AlertSeverity.INFO, Belongings.MORE_CALLS_THAN_THERE_ARE);
        Instant now = Instant.now();
        beans.getBean(ControlSignals.class)
                .send(
                        side.organization().id(),
                        new QuotaUtilization(
                                UUID.randomUUID(), "q", QuotaStatus.WARNING, null, 80, now, now, 100, List.of()));
    }
}
