package dev.tollgate.alert.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.access.Viewer;
import dev.tollgate.alert.Alert;
import dev.tollgate.alert.RaisedAlerts;
import dev.tollgate.core.ApiKeyId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.core.Scope;
import dev.tollgate.live.ControlSignal.AlertSeverity;
import dev.tollgate.organization.Organization;
import dev.tollgate.testing.TestApi;
import dev.tollgate.testing.TestKeys;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec;
import reactor.core.Disposable;

@TollgateTest
class AlertRaisedTests {

    private static final String LIST = """
            query($filter: AlertFilter) { organization { alerts(filter: $filter) { totalCount nodes {
              id rule severity message status subject group { value } episode value bound latestValue resolvedAt ending
              raisedBy { name lastLook { failure } } } } } }""";
    private static final String RESOLVE =
            "mutation($id: ID!) { resolveAlert(input: {id: $id}) { alert { status ending } } }";

    private final AlertRaisedController controller;
    private final ApplicationContext beans;
    private final TestApi api;
    private final TestKeys keys;
    private final Organization organization;
    private final Organization others;

    @Autowired
    AlertRaisedTests(
            AlertRaisedController controller,
            ApplicationContext beans,
            TestApi api,
            TestKeys keys,
            TestOrganizations organizations) {
        this.controller = controller;
        this.beans = beans;
        this.api = api;
        this.keys = keys;
        this.organization = organizations.create();
        this.others = organizations.create();
    }

    @Test
    void tellsOfEachAlertOnceAndOfNoOthers() {
        List<Alert> told = new CopyOnWriteArrayList<>();
        Disposable watching = controller
                .alertRaised(viewer(Scope.CONTROL_READ), AlertSeverity.WARNING)
                .subscribe(told::add);

        Alert critical = RaisedAlerts.raise(beans, organization, AlertSeverity.CRITICAL);
        RaisedAlerts.raise(beans, organization, AlertSeverity.INFO);
        RaisedAlerts.raise(beans, others, AlertSeverity.CRITICAL);
        Alert warning = RaisedAlerts.raise(beans, organization, AlertSeverity.WARNING);
        Awaitility.await().until(() -> told.contains(warning));
        watching.dispose();

        assertThat(told).containsExactly(critical, warning);
    }

    @Test
    void needsTheScope() {
        assertThatThrownBy(() -> controller.alertRaised(viewer(Scope.USAGE_READ), null))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void listsAndResolvesThoseOfTheOwnOrganizationAlone() {
        RaisedAlerts.raise(beans, organization, AlertSeverity.WARNING);
        String id = AlertIds.of(
                RaisedAlerts.raise(beans, organization, AlertSeverity.CRITICAL).id());
        RestTestClient stranger = key(others);
        RestTestClient admin = key(organization);
        Map<String, ?> critical = Map.of("filter", Map.of("minSeverity", "CRITICAL", "status", "OPEN"));

        ask(stranger, LIST, Map.of())
                .jsonPath("$.data.organization.alerts.totalCount")
                .isEqualTo(0);
        ask(stranger, RESOLVE, Map.of("id", id))
                .jsonPath("$.errors[0].extensions.code")
                .isEqualTo("NOT_FOUND");
        ask(admin, LIST, critical)
                .jsonPath("$.data.organization.alerts.totalCount")
                .isEqualTo(1)
                .jsonPath("$.data.organization.alerts.nodes[0].message")
                .isEqualTo("Requests: 0 in the last minute, below 1.")
                .jsonPath("$.data.organization.alerts.nodes[0].raisedBy.name")
                .isEqualTo("always")
                .jsonPath("$.data.organization.alerts.nodes[0].raisedBy.lastLook.failure")
                .isEmpty();
        ask(admin, RESOLVE, Map.of("id", id))
                .jsonPath("$.data.resolveAlert.alert.ending")
                .isEqualTo("PERSON");
        ask(admin, LIST, critical)
                .jsonPath("$.data.organization.alerts.totalCount")
                .isEqualTo(0);
    }

    private Viewer viewer(Scope scope) {
        return new Viewer(organization.id(), Set.of(scope), new Viewer.Key(new ApiKeyId(UUID.randomUUID())));
    }

    private RestTestClient key(Organization owner) {
        return api.with(keys.bearer(owner, Scope.ADMIN));
    }

    private BodyContentSpec ask(RestTestClient client, String document, Map<String, ?> variables) {
        return api.graphQl(client, document, variables).expectStatus().isOk().expectBody();
    }
}
