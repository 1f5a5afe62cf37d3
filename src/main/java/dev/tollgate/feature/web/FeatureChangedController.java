package dev.tollgate.feature.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.core.Scope;
import dev.tollgate.feature.Feature;
import dev.tollgate.feature.Features;
import dev.tollgate.live.ControlSignal;
import dev.tollgate.live.ControlSignals;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code Subscription.featureChanged}. */
@Controller
class FeatureChangedController {

    private final ControlSignals signals;
    private final Features features;

    FeatureChangedController(ControlSignals signals, Features features) {
        this.signals = signals;
        this.features = features;
    }

    @SubscriptionMapping
    Flux<Feature> featureChanged(@AuthenticationPrincipal Viewer viewer) {
        viewer.require(Scope.CONTROL_READ);
        return signals.signals(viewer.organization(), ControlSignal.Feature.class)
                .concatMap(changed -> Mono.justOrEmpty(features.find(viewer.organization(), changed.name())));
    }
}
