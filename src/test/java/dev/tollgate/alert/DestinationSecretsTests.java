package dev.tollgate.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.audit.Cause;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.tenancy.OwnerDatabase;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@TollgateTest
class DestinationSecretsTests {

    private static final TargetDraft WEBHOOK = new TargetDraft.Webhook("https://hooks.example.com/a");

    private final DestinationSecrets secrets;
    private final OwnerDatabase database;
    private final OrganizationId organization;
    private final AlertNode node;

    @Autowired
    DestinationSecretsTests(
            DestinationSecrets secrets,
            OwnerDatabase database,
            TestOrganizations organizations,
            ApplicationContext beans) {
        this.secrets = secrets;
        this.database = database;
        this.organization = organizations.create().id();
        this.node = AlertNode.create(beans, AlertNode.settings(true, 3));
    }

    @AfterEach
    void end() {
        node.close();
    }

    @Test
    void storesWhatItSignsWithEncryptedAlone() {
        AlertDestinations.Issued issued = node.destinations().create(organization, Cause.TOLLGATE, "a", WEBHOOK);
        String first = Objects.requireNonNull(issued.secret()).value();
        assertThat(first).startsWith("whsec_");
        assertThat(stored(issued)).startsWith("sealed:1:").doesNotContain(first);
        assertThat(opened(issued)).isEqualTo(first);

        AlertDestinations.Issued rotated = node.destinations()
                .update(
                        organization,
                        Cause.TOLLGATE,
                        issued.destination().id(),
                        new AlertDestinations.Change(null, "b", null, true))
                .orElseThrow();

        assertThat(rotated.secret()).isNotNull().isNotEqualTo(issued.secret());
        assertThat(opened(rotated))
                .isEqualTo(Objects.requireNonNull(rotated.secret()).value());
    }

    @Test
    void encryptsThoseThatWereStoredAsTheyAre() {
        AlertDestinations.Issued issued = node.destinations().create(organization, Cause.TOLLGATE, "a", WEBHOOK);
        String plain = Objects.requireNonNull(issued.secret()).value();
        database.sql()
                .execute(
                        "UPDATE alert_destination SET secret = ? WHERE destination_id = ?",
                        plain,
                        issued.destination().id().value());
        assertThat(opened(issued)).isEqualTo(plain);

        secrets.look();

        assertThat(stored(issued)).startsWith("sealed:1:").doesNotContain(plain);
        assertThat(opened(issued)).isEqualTo(plain);
    }

    private String stored(AlertDestinations.Issued issued) {
        return database.sql()
                .fetchSingle(
                        "SELECT secret FROM alert_destination WHERE destination_id = ?",
                        issued.destination().id().value())
                .get(0, String.class);
    }

    private String opened(AlertDestinations.Issued issued) {
        AlertDestination found = node.destinations()
                .find(organization, issued.destination().id())
                .orElseThrow();
        DeliveryTarget.Webhook webhook = (DeliveryTarget.Webhook) found.target();
        return secrets.open(organization, found.id(), webhook.secret()).value();
    }
}
