package dev.tollgate.alert;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Hands over what is to be delivered, in the form that each kind of target takes. */
@Component
class DeliveryChannels {

    private final HttpChannel http;
    private final EmailChannel email;
    private final JsonMapper json;
    private final Clock clock;

    DeliveryChannels(HttpChannel http, EmailChannel email, JsonMapper json, Clock clock) {
        this.http = http;
        this.email = email;
        this.json = json;
        this.clock = clock;
    }

    AttemptResult send(DeliveryTarget target, AlertDelivery delivery) {
        return switch (target) {
            case DeliveryTarget.Webhook webhook -> http.post(webhook.url(), delivery.body(), signed(webhook, delivery));
            case DeliveryTarget.Slack(var url) -> http.post(url, slack(delivery), Map.of());
            case DeliveryTarget.Email(var recipients) -> email.send(recipients, notice(delivery));
        };
    }

    /** The headers of Standard Webhooks. */
    private Map<String, String> signed(DeliveryTarget.Webhook webhook, AlertDelivery delivery) {
        long at = clock.instant().getEpochSecond();
        return Map.of(
                "webhook-id",
                delivery.messageId(),
                "webhook-timestamp",
                Long.toString(at),
                "webhook-signature",
                webhook.secret().signature(delivery.messageId(), at, delivery.body()));
    }

    private String slack(AlertDelivery delivery) {
        return json.writeValueAsString(Map.of("text", NoticeText.line(notice(delivery))));
    }

    private AlertNotice notice(AlertDelivery delivery) {
        return json.readValue(delivery.body(), AlertNotice.class);
    }
}
