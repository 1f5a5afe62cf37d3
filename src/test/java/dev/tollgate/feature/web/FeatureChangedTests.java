package dev.tollgate.feature.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.access.Viewer;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.ApiKeyId;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.core.Scope;
import dev.tollgate.feature.Feature;
import dev.tollgate.feature.FeatureChange;
import dev.tollgate.feature.FeatureState;
import dev.tollgate.feature.Features;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.Disposable;

@TollgateTest
class FeatureChangedTests {

    private final FeatureChangedController controller;
    private final Features features;
    private final OrganizationId organization;
    private final OrganizationId others;

    @Autowired
    FeatureChangedTests(FeatureChangedController controller, Features features, TestOrganizations organizations) {
        this.controller = controller;
        this.features = features;
        this.organization = organizations.create().id();
        this.others = organizations.create().id();
    }

    @Test
    void tellsOfEachChangeOnceAndOfNoOthers() {
        List<Feature> told = new CopyOnWriteArrayList<>();
        Disposable watching =
                controller.featureChanged(viewer(Scope.CONTROL_READ)).subscribe(told::add);

        Feature off = set(organization, FeatureState.OFF);
        set(organization, FeatureState.OFF);
        set(others, FeatureState.OFF);
        Awaitility.await().until(() -> !told.isEmpty());
        Feature on = set(organization, FeatureState.ON);
        Awaitility.await().until(() -> told.contains(on));
        watching.dispose();

        assertThat(told).containsExactly(off, on);
    }

    @Test
    void needsTheScope() {
        assertThatThrownBy(() -> controller.featureChanged(viewer(Scope.USAGE_READ)))
                .isInstanceOf(ProblemException.class);
    }

    private Feature set(OrganizationId owner, FeatureState state) {
        return features.set(owner, Cause.TOLLGATE, FeatureChange.to("chat", state));
    }

    private Viewer viewer(Scope scope) {
        return new Viewer(organization, Set.of(scope), new Viewer.Key(new ApiKeyId(UUID.randomUUID())));
    }
}
