package dev.tollgate.alert;

import dev.tollgate.core.ProblemException;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Hands over what is to be delivered, in the form that each kind of target takes. */
@Component
class DeliveryChannels {

    private final HttpChannel http;
    private final EmailChannel email;
    private final DestinationSecrets secrets;
    private final JsonMapper json;
    private final Clock clock;

    DeliveryChannels(HttpChannel http, EmailChannel email, DestinationSecrets secrets, JsonMapper json, Clock clock) {
        this.http = http;
        this.email = email;
        this.secrets = secrets;
        this.json = json;
        this.clock = clock;
    }

    AttemptResult send(DeliveryTarget target, AlertDelivery delivery) {
        return switch (target) {
            case DeliveryTarget.Webhook webhook -> post(webhook, delivery);
            case DeliveryTarget.Slack(var url) -> http.post(url, slack(delivery), Map.of());
            case DeliveryTarget.Email(var recipients) -> email.send(recipients, notice(delivery));
        };
    }

    private AttemptResult post(DeliveryTarget.Webhook webhook, AlertDelivery delivery) {
        SigningSecret secret;
        try {
            secret = secrets.open(delivery.organization(), delivery.destination(), webhook.secret());
        } catch (ProblemException e) {
            return new AttemptResult.Failed(null, String.valueOf(e.getMessage()));
        } catch (IllegalStateException | IllegalArgumentException _) {
            return new AttemptResult.Failed(null, "The signing secret is damaged: rotate it.");
        }
        return http.post(webhook.url(), delivery.body(), signed(secret, delivery));
    }

    /** The headers of Standard Webhooks. */
    private Map<String, String> signed(SigningSecret secret, AlertDelivery delivery) {
        long at = clock.instant().getEpochSecond();
        return Map.of(
                "webhook-id",
                delivery.messageId(),
                "webhook-timestamp",
                Long.toString(at),
                "webhook-signature",
                secret.signature(delivery.messageId(), at, delivery.body()));
    }

    private String slack(AlertDelivery delivery) {
        return json.writeValueAsString(Map.of("text", NoticeText.line(notice(delivery))));
    }

    private AlertNotice notice(AlertDelivery delivery) {
        return json.readValue(delivery.body(), AlertNotice.class);
    }
}
