package dev.tollgate.alert;

import java.net.URI;
import java.util.List;

/** How and where something is delivered. What is shown of it holds no secret. */
public sealed interface DeliveryTarget {

    /** The kinds of target. */
    enum Kind {
        /** A signed call over HTTP. */
        WEBHOOK,
        /** A webhook as Slack has them, which others understand too. */
        SLACK,
        /** Email. */
        EMAIL
    }

    /** The kind. */
    Kind kind();

    /** Where it goes, as may be shown: a webhook's address without its query, of a Slack webhook the host alone. */
    String address();

    /** A signed call over HTTP. */
    record Webhook(URI url, KeptSecret secret) implements DeliveryTarget {

        @Override
        public Kind kind() {
            return Kind.WEBHOOK;
        }

        @Override
        public String address() {
            return origin(url) + url.getRawPath();
        }

        @Override
        public String toString() {
            return "Webhook[" + address() + "]";
        }
    }

    /** A webhook whose address is its secret. */
    record Slack(URI url) implements DeliveryTarget {

        @Override
        public Kind kind() {
            return Kind.SLACK;
        }

        @Override
        public String address() {
            return origin(url);
        }

        @Override
        public String toString() {
            return "Slack[" + address() + "]";
        }
    }

    /** Email to some people. */
    record Email(List<String> recipients) implements DeliveryTarget {

        @Override
        public Kind kind() {
            return Kind.EMAIL;
        }

        @Override
        public String address() {
            return String.join(", ", recipients);
        }
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }
}
