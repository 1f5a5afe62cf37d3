package dev.tollgate.alert;

import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSender;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.stereotype.Component;

/** Sends email over the installation's SMTP server, where it has one. */
@Component
class EmailChannel {

    private static final Logger log = LoggerFactory.getLogger(EmailChannel.class);

    private final ObjectProvider<MailSender> sender;
    private final AlertSettings settings;

    EmailChannel(ObjectProvider<MailSender> sender, AlertSettings settings) {
        this.sender = sender;
        this.settings = settings;
    }

    /** Whether email can be sent at all. */
    boolean isConfigured() {
        return sender.getIfAvailable() != null;
    }

    AttemptResult send(List<String> recipients, AlertNotice notice) {
        MailSender server = sender.getIfAvailable();
        if (server == null) {
            return new AttemptResult.Refused("This installation sends no email: its SMTP server is not set.");
        }
        try {
            server.send(message(recipients, notice));
            return new AttemptResult.Delivered(null);
        } catch (MailException e) {
            log.debug("Email was not sent", e);
            return new AttemptResult.Failed(null, "The mail server did not take it.");
        }
    }

    private SimpleMailMessage message(List<String> recipients, AlertNotice notice) {
        AlertNotice.Told alert = notice.data().alert();
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(settings.mailFrom());
        message.setTo(recipients.toArray(String[]::new));
        message.setSubject("[%s] %s".formatted(NoticeText.heading(notice), alert.rule()));
        message.setText("""
                %s

                Rule: %s
                Severity: %s
                Status: %s
                Raised at: %s
                Organization: %s
                """.formatted(
                        alert.message(),
                        alert.rule(),
                        alert.severity().toLowerCase(Locale.ROOT),
                        alert.status().toLowerCase(Locale.ROOT),
                        alert.raisedAt(),
                        notice.data().organization()));
        return message;
    }
}
