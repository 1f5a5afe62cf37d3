package dev.tollgate.alert.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.alert.Alert;
import dev.tollgate.alert.AlertId;
import dev.tollgate.alert.Alerts;
import dev.tollgate.core.Scope;
import dev.tollgate.live.ControlSignal;
import dev.tollgate.live.ControlSignal.AlertSeverity;
import dev.tollgate.live.ControlSignals;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code Subscription.alertRaised}. */
@Controller
class AlertRaisedController {

    private final ControlSignals signals;
    private final Alerts alerts;

    AlertRaisedController(ControlSignals signals, Alerts alerts) {
        this.signals = signals;
        this.alerts = alerts;
    }

    @SubscriptionMapping
    Flux<Alert> alertRaised(@AuthenticationPrincipal Viewer viewer, @Argument @Nullable AlertSeverity minSeverity) {
        viewer.require(Scope.CONTROL_READ);
        return signals.signals(viewer.organization(), ControlSignal.Alert.class)
                .filter(raised -> minSeverity == null || raised.severity().compareTo(minSeverity) >= 0)
                .concatMap(raised -> Mono.justOrEmpty(alerts.find(viewer.organization(), new AlertId(raised.id()))));
    }
}
