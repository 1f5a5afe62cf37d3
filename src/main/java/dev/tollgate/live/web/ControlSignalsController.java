package dev.tollgate.live.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.core.Scope;
import dev.tollgate.live.ControlSignal;
import dev.tollgate.live.ControlSignals;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

/** The subscriptions to changes in the control plane. */
@Controller
class ControlSignalsController {

    private final ControlSignals signals;

    ControlSignalsController(ControlSignals signals) {
        this.signals = signals;
    }

    @SubscriptionMapping
    Flux<ControlSignal.QuotaUtilization> quotaStatusChanged(
            @AuthenticationPrincipal Viewer viewer, @Argument ControlSignal.@Nullable QuotaStatus minStatus) {
        Flux<ControlSignal.QuotaUtilization> all = signals(viewer, ControlSignal.QuotaUtilization.class);
        return minStatus == null ? all : all.filter(changed -> changed.concerns(minStatus));
    }

    private <S extends ControlSignal> Flux<S> signals(Viewer viewer, Class<S> kind) {
        viewer.require(Scope.CONTROL_READ);
        return signals.signals(viewer.organization(), kind);
    }
}
