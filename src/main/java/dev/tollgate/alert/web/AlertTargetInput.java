package dev.tollgate.alert.web;

import dev.tollgate.alert.TargetDraft;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The GraphQL input of that name: exactly one of its fields is given. Never shown: an address may be a secret. */
record AlertTargetInput(
        @Nullable Address webhook,
        @Nullable Address slack,
        @Nullable Email email) {

    /** The GraphQL inputs {@code WebhookTargetInput} and {@code SlackTargetInput}. */
    record Address(String url) {

        @Override
        public String toString() {
            return "Address[…]";
        }
    }

    /** The GraphQL input {@code EmailTargetInput}. */
    record Email(List<String> to) {}

    TargetDraft toDraft() {
        if (webhook != null) {
            return new TargetDraft.Webhook(webhook.url());
        }
        return slack != null
                ? new TargetDraft.Slack(slack.url())
                : new TargetDraft.Email(Objects.requireNonNull(email).to());
    }
}
