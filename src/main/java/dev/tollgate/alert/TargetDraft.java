package dev.tollgate.alert;

import java.util.List;

/** What a destination's target should be, as it was sent. */
public sealed interface TargetDraft {

    /** A signed webhook. */
    record Webhook(String url) implements TargetDraft {}

    /** A webhook as Slack has them. */
    record Slack(String url) implements TargetDraft {}

    /** Email. */
    record Email(List<String> recipients) implements TargetDraft {}
}
