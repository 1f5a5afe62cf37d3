package dev.tollgate.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.jayway.jsonpath.JsonPath;
import dev.tollgate.audit.Cause;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.live.ControlSignal.AlertSeverity;
import dev.tollgate.organization.Organization;
import dev.tollgate.testing.TestClock;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import tools.jackson.databind.json.JsonMapper;

/** What destinations get, over real connections. */
@TollgateTest
class AlertDispatcherTests {

    private final ApplicationContext beans;
    private final TestClock clock;
    private final Organization tested;
    private final OrganizationId organization;
    private final AlertDeliveries deliveries;
    private final AlertNode node;

    @Autowired
    AlertDispatcherTests(
            ApplicationContext beans, TestClock clock, TestOrganizations organizations, AlertDeliveries deliveries) {
        this.beans = beans;
        this.clock = clock;
        this.tested = organizations.create();
        this.organization = tested.id();
        this.deliveries = deliveries;
        this.node = AlertNode.create(beans, AlertNode.settings(true, 3));
        clock.set(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    @AfterEach
    void end() {
        clock.reset();
        node.close();
    }

    @Test
    void signsWhatItPosts() throws GeneralSecurityException {
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            AlertDestinations.Issued issued = create(new TargetDraft.Webhook(receiver.url("/hook?token=t")));
            AlertDelivery delivery = test(issued);

            assertThat(delivery.status()).isEqualTo(DeliveryStatus.DELIVERED);
            assertThat(delivery.responseCode()).isEqualTo(200);
            WebhookReceiver.Received received = receiver.received().getFirst();
            assertThat(received.timestamp())
                    .isEqualTo(Long.toString(clock.instant().getEpochSecond()));
            assertThat(received.signature()).isEqualTo("v1," + signature(issued, received));
            assertThat(JsonPath.<String>read(received.body(), "$.type")).isEqualTo("alert.test");
            assertThat(JsonPath.<String>read(received.body(), "$.data.alert.message"))
                    .startsWith("This is a test");
        }
    }

    @Test
    void triesAgainAtGrowingPausesUntilItIsTaken() {
        try (WebhookReceiver receiver = new WebhookReceiver(200, 500, 503)) {
            AlertDelivery again = replayed(create(new TargetDraft.Webhook(receiver.url("/hook"))));

            assertThat(attempt(again)).satisfies(tried -> {
                assertThat(tried.status()).isEqualTo(DeliveryStatus.PENDING);
                assertThat(tried.responseCode()).isEqualTo(500);
                assertThat(tried.nextAttemptAt()).isEqualTo(clock.instant().plusSeconds(10));
            });
            clock.advance(Duration.ofSeconds(9));
            assertThat(node.dispatcher().attempt(organization, again.id())).isEmpty();
            clock.advance(Duration.ofSeconds(1));
            assertThat(attempt(again).nextAttemptAt()).isEqualTo(clock.instant().plusSeconds(20));
            clock.advance(Duration.ofSeconds(20));
            assertThat(attempt(again)).satisfies(tried -> {
                assertThat(tried.status()).isEqualTo(DeliveryStatus.DELIVERED);
                assertThat(tried.attempts()).isEqualTo(3);
                assertThat(tried.error()).isNull();
            });
            assertThat(receiver.received())
                    .hasSize(4)
                    .extracting(WebhookReceiver.Received::id)
                    .containsOnly(again.messageId());
        }
    }

    @Test
    void givesUpAfterSoManyAttempts() {
        try (WebhookReceiver receiver = new WebhookReceiver(200, 500, 500, 500)) {
            AlertDelivery again = replayed(create(new TargetDraft.Webhook(receiver.url("/hook"))));
            attempt(again);
            clock.advance(Duration.ofSeconds(10));
            attempt(again);
            clock.advance(Duration.ofSeconds(20));
            assertThat(attempt(again).status()).isEqualTo(DeliveryStatus.FAILED);

            AlertDelivery third =
                    deliveries.replay(organization, Cause.TOLLGATE, again.id()).orElseThrow();
            assertThat(third.replayOf()).isEqualTo(again.id());
            assertThat(attempt(third).status()).isEqualTo(DeliveryStatus.DELIVERED);
        }
    }

    @Test
    void isTriedByAnotherNodeWhenOneIsKilledWhileItTries() {
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            AlertDelivery again = replayed(create(new TargetDraft.Webhook(receiver.url("/hook"))));
            try (AlertNode killed = dying()) {
                assertThatThrownBy(() -> killed.dispatcher().attempt(organization, again.id()))
                        .isInstanceOf(Killed.class);
            }
            assertThat(node.dispatcher().attempt(organization, again.id())).isEmpty();

            clock.advance(AlertNode.settings(true, 3).lease());
            assertThat(attempt(again).status()).isEqualTo(DeliveryStatus.DELIVERED);
            assertThat(receiver.received())
                    .extracting(WebhookReceiver.Received::id)
                    .containsOnly(again.messageId());
        }
    }

    @Test
    void tellsThatAnAlertIsResolvedAfterItToldThatItWasRaised() {
        try (WebhookReceiver receiver = new WebhookReceiver(500)) {
            Alert alert = raised(create(new TargetDraft.Webhook(receiver.url("/hook"))));
            AlertDelivery raised = delivery(alert, AlertOccasion.RAISED);
            assertThat(attempt(raised).status()).isEqualTo(DeliveryStatus.PENDING);
            beans.getBean(Alerts.class).resolve(organization, Cause.TOLLGATE, alert.id());
            AlertDelivery resolved = delivery(alert, AlertOccasion.RESOLVED);
            assertThat(node.dispatcher().due(organization)).isEmpty();
            assertThat(node.dispatcher().attempt(organization, resolved.id())).isEmpty();

            clock.advance(AlertNode.FIRST_RETRY);
            assertThat(node.dispatcher().due(organization)).containsExactly(raised.id());
            assertThat(attempt(raised).status()).isEqualTo(DeliveryStatus.DELIVERED);
            assertThat(attempt(resolved).status()).isEqualTo(DeliveryStatus.DELIVERED);
            assertThat(receiver.received())
                    .extracting(WebhookReceiver.Received::id)
                    .containsExactly(raised.messageId(), raised.messageId(), resolved.messageId());
        }
    }

    @Test
    void tellsThatAnAlertIsResolvedWhenItHasGivenUpToTellThatItWasRaised() {
        try (WebhookReceiver receiver = new WebhookReceiver(500, 500, 500)) {
            Alert alert = raised(create(new TargetDraft.Webhook(receiver.url("/hook"))));
            AlertDelivery raised = delivery(alert, AlertOccasion.RAISED);
            beans.getBean(Alerts.class).resolve(organization, Cause.TOLLGATE, alert.id());
            attempt(raised);
            clock.advance(Duration.ofSeconds(10));
            attempt(raised);
            clock.advance(Duration.ofSeconds(20));
            assertThat(attempt(raised).status()).isEqualTo(DeliveryStatus.FAILED);

            AlertDelivery resolved = delivery(alert, AlertOccasion.RESOLVED);
            assertThat(node.dispatcher().due(organization)).containsExactly(resolved.id());
            assertThat(attempt(resolved).status()).isEqualTo(DeliveryStatus.DELIVERED);
        }
    }

    @Test
    void beginsWhatIsDue() {
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            AlertDelivery again = replayed(create(new TargetDraft.Webhook(receiver.url("/hook"))));
            node.dispatcher().beginDue();

            Awaitility.await()
                    .until(() -> deliveries
                                    .find(organization, again.id())
                                    .orElseThrow()
                                    .status()
                            == DeliveryStatus.DELIVERED);
            assertThat(receiver.received()).hasSize(2);
        }
    }

    @Test
    void followsNoRedirect() {
        try (WebhookReceiver receiver = new WebhookReceiver(302, 307)) {
            AlertDestinations.Issued issued = create(new TargetDraft.Webhook(receiver.url("/hook")));

            assertThat(test(issued)).satisfies(tried -> {
                assertThat(tried.status()).isEqualTo(DeliveryStatus.FAILED);
                assertThat(tried.error()).isEqualTo("The answer was 302; redirects are not followed.");
            });
            test(issued);
            assertThat(receiver.received())
                    .extracting(WebhookReceiver.Received::path)
                    .containsExactly("/hook", "/hook");
        }
    }

    @Test
    void reachesIntoNoPrivateNetworkUnlessAllowed() {
        try (WebhookReceiver receiver = new WebhookReceiver();
                AlertNode guarded = AlertNode.create(beans, AlertNode.settings(false, 3))) {
            AlertDestinations.Issued issued = create(new TargetDraft.Webhook(receiver.url("/hook")));

            assertThat(guarded.deliveries()
                            .test(
                                    organization,
                                    Cause.TOLLGATE,
                                    issued.destination().id())
                            .orElseThrow()
                            .error())
                    .isEqualTo(TargetCheck.PRIVATE_NETWORK);
            assertThat(receiver.received()).isEmpty();
            for (String host : List.of("127.0.0.1", "localhost", "10.1.2.3", "[::1]", "[fd00::1]", "169.254.169.254")) {
                TargetDraft target = new TargetDraft.Webhook("http://" + host + "/hook");
                assertThatThrownBy(() -> guarded.destinations().create(organization, Cause.TOLLGATE, "ops", target))
                        .isInstanceOfSatisfying(
                                ProblemException.class,
                                problem -> assertThat(problem.field()).isEqualTo("target.webhook.url"));
            }
        }
    }

    @Test
    void tellsChatsInALine() {
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            AlertDestinations.Issued issued = create(new TargetDraft.Slack(receiver.url("/services/T0/B0/secret")));
            test(issued);

            assertThat(issued.secret()).isNull();
            assertThat(issued.destination().target().address()).isEqualTo(receiver.url(""));
            assertThat(JsonPath.<String>read(receiver.received().getFirst().body(), "$.text"))
                    .isEqualTo("*INFO* Test: This is a test of the destination ops. Nothing has happened.");
        }
    }

    @Test
    void sendsEmail() throws MessagingException {
        GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        try (AlertNode mailing = AlertNode.create(beans, AlertNode.settings(false, 3), sender)) {
            TargetDraft target = new TargetDraft.Email(List.of("ops@example.com", "cfo@example.com"));
            AlertDestinations.Issued issued =
                    mailing.destinations().create(organization, Cause.TOLLGATE, "ops", target);

            assertThat(mailing.deliveries()
                            .test(
                                    organization,
                                    Cause.TOLLGATE,
                                    issued.destination().id())
                            .orElseThrow()
                            .status())
                    .isEqualTo(DeliveryStatus.DELIVERED);
            MimeMessage[] messages = server.getReceivedMessages();
            assertThat(messages).hasSize(2);
            assertThat(messages[0].getSubject()).isEqualTo("[INFO] Test");
            assertThat(messages[0].getFrom()[0]).hasToString("alerts@tollgate.example");
            assertThat(GreenMailUtil.getBody(messages[0])).contains("This is a test of the destination ops");
        } finally {
            server.stop();
        }
    }

    @Test
    void takesNoEmailWhereThereIsNoServer() {
        TargetDraft target = new TargetDraft.Email(List.of("ops@example.com"));
        assertThatThrownBy(() -> create(target))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.field()).isEqualTo("target.email"));
    }

    private static final class Killed extends Error {}

    /** It posts, and is killed before it can write that down. */
    private AlertNode dying() {
        AlertSettings settings = AlertNode.settings(true, 3);
        HttpChannel http = new HttpChannel(settings);
        DeliveryChannels channels =
                new DeliveryChannels(
                        http,
                        beans.getBean(EmailChannel.class),
                        beans.getBean(DestinationSecrets.class),
                        beans.getBean(JsonMapper.class),
                        beans.getBean(Clock.class)) {
                    @Override
                    AttemptResult send(DeliveryTarget target, AlertDelivery delivery) {
                        super.send(target, delivery);
                        throw new Killed();
                    }
                };
        return AlertNode.create(
                beans, settings, beans.getBean(AlertBook.class), channels, beans.getBean(EmailChannel.class), http);
    }

    private AlertDestinations.Issued create(TargetDraft target) {
        return node.destinations().create(organization, Cause.TOLLGATE, "ops", target);
    }

    private AlertDelivery test(AlertDestinations.Issued issued) {
        return node.deliveries()
                .test(organization, Cause.TOLLGATE, issued.destination().id())
                .orElseThrow();
    }

    private Alert raised(AlertDestinations.Issued issued) {
        return RaisedAlerts.raise(
                beans,
                tested,
                AlertSeverity.WARNING,
                BigDecimal.ONE,
                List.of(issued.destination().id()));
    }

    private AlertDelivery delivery(Alert alert, AlertOccasion occasion) {
        return deliveries.list(organization, new DeliveryFilter(alert.id(), null, null), null, 10).stream()
                .filter(delivery -> delivery.occasion() == occasion)
                .findFirst()
                .orElseThrow();
    }

    /** A delivery that waits, of what was delivered already. */
    private AlertDelivery replayed(AlertDestinations.Issued issued) {
        AlertDelivery first = test(issued);
        return deliveries.replay(organization, Cause.TOLLGATE, first.id()).orElseThrow();
    }

    private AlertDelivery attempt(AlertDelivery delivery) {
        return node.dispatcher().attempt(organization, delivery.id()).orElseThrow();
    }

    /** As any receiver computes it. */
    private static String signature(AlertDestinations.Issued issued, WebhookReceiver.Received received)
            throws GeneralSecurityException {
        String secret = Objects.requireNonNull(issued.secret()).value();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        String signed = received.id() + "." + received.timestamp() + "." + received.body();
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }
}
