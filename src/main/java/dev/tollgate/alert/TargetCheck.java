package dev.tollgate.alert;

import dev.tollgate.core.ProblemException;
import dev.tollgate.core.Texts;
import dev.tollgate.http.PublicAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Says what is wrong with a target, with the field at fault. Where a host's name leads to is looked at when it is called. */
@Component
class TargetCheck {

    static final String PRIVATE_NETWORK =
            "The address is in a private network, which this installation does not allow.";

    private static final int LONGEST_URL = 2_000;
    private static final int MOST_RECIPIENTS = 20;
    private static final int LONGEST_ADDRESS = 254;
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@\\p{Cntrl}<>,;:\"()]+@[^\\s@\\p{Cntrl}<>,;:\"()]+");

    private final AlertSettings settings;
    private final EmailChannel email;

    TargetCheck(AlertSettings settings, EmailChannel email) {
        this.settings = settings;
        this.email = email;
    }

    /** A new target, a webhook with this secret. BAD_USER_INPUT at the first thing wrong. */
    DeliveryTarget checked(TargetDraft draft, KeptSecret secret) {
        return switch (draft) {
            case TargetDraft.Webhook(var url) -> new DeliveryTarget.Webhook(url("target.webhook.url", url), secret);
            case TargetDraft.Slack(var url) -> new DeliveryTarget.Slack(url("target.slack.url", url));
            case TargetDraft.Email(var recipients) -> new DeliveryTarget.Email(recipients(recipients));
        };
    }

    private URI url(String field, String text) {
        URI url = parse(field, text);
        String scheme = url.getScheme();
        if (scheme == null || !SCHEMES.contains(scheme.toLowerCase(Locale.ROOT)) || url.getHost() == null) {
            throw ProblemException.badInput(field, "It is an http or https address with a host.");
        }
        if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw ProblemException.badInput(field, "It has no user name and no fragment.");
        }
        if (!settings.allowPrivateNetworks() && isPrivate(url.getHost())) {
            throw ProblemException.badInput(field, PRIVATE_NETWORK);
        }
        return url;
    }

    private static URI parse(String field, String text) {
        if (text.length() > LONGEST_URL) {
            throw ProblemException.badInput(field, "It has at most 2,000 characters.");
        }
        if (!Texts.isShowable(text.strip())) {
            throw ProblemException.badInput(field, "It is no address.");
        }
        try {
            return new URI(new URI(text.strip()).toASCIIString());
        } catch (URISyntaxException e) {
            throw ProblemException.badInput(field, "It is no address.", e);
        }
    }

    /** As far as the host says it itself. */
    private static boolean isPrivate(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.equals("localhost") || name.endsWith(".localhost")) {
            return true;
        }
        try {
            return !PublicAddress.is(InetAddress.ofLiteral(name.replaceAll("[\\[\\]]", "")));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private List<String> recipients(List<String> addresses) {
        if (!email.isConfigured()) {
            throw ProblemException.badInput(
                    "target.email", "This installation sends no email: its SMTP server is not set.");
        }
        List<String> recipients =
                addresses.stream().map(String::strip).distinct().toList();
        if (recipients.isEmpty() || recipients.size() > MOST_RECIPIENTS) {
            throw ProblemException.badInput("target.email.to", "Name 1 to " + MOST_RECIPIENTS + " addresses.");
        }
        if (!recipients.stream().allMatch(TargetCheck::isAddress)) {
            throw ProblemException.badInput("target.email.to", "This is not an email address.");
        }
        return recipients;
    }

    private static boolean isAddress(String text) {
        return text.length() <= LONGEST_ADDRESS && ADDRESS.matcher(text).matches();
    }
}
