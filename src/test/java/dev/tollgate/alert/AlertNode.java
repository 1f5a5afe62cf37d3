package dev.tollgate.alert;

import dev.tollgate.audit.AuditTrail;
import dev.tollgate.live.ControlSignals;
import dev.tollgate.organization.Organizations;
import dev.tollgate.tenancy.TenantTransactions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import org.jooq.DSLContext;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.mail.MailSender;
import tools.jackson.databind.json.JsonMapper;

/** Another node on the same database, as far as alerts are concerned, with settings of its own. */
record AlertNode(
        AlertEvaluator evaluator,
        AlertDispatcher dispatcher,
        AlertDestinations destinations,
        AlertDeliveries deliveries,
        HttpChannel http)
        implements AutoCloseable {

    static final Duration FIRST_RETRY = Duration.ofSeconds(10);

    static AlertSettings settings(boolean allowPrivateNetworks, int attempts) {
        return new AlertSettings(
                false,
                Duration.ofSeconds(30),
                Duration.ofSeconds(5),
                attempts,
                FIRST_RETRY,
                Duration.ofHours(1),
                allowPrivateNetworks,
                Duration.ofDays(400),
                "alerts@tollgate.example");
    }

    static AlertNode create(ApplicationContext beans, AlertSettings settings) {
        return create(beans, settings, new DefaultListableBeanFactory());
    }

    static AlertNode create(ApplicationContext beans, AlertSettings settings, MailSender mail) {
        DefaultListableBeanFactory factory = new DefaultListableBeanFactory();
        factory.registerSingleton("mail", mail);
        return create(beans, settings, factory);
    }

    private static AlertNode create(ApplicationContext beans, AlertSettings settings, DefaultListableBeanFactory mail) {
        EmailChannel email = new EmailChannel(mail.getBeanProvider(MailSender.class), settings);
        HttpChannel http = new HttpChannel(settings);
        DeliveryChannels channels = new DeliveryChannels(
                http,
                email,
                beans.getBean(DestinationSecrets.class),
                beans.getBean(JsonMapper.class),
                beans.getBean(Clock.class));
        return create(beans, settings, beans.getBean(AlertBook.class), channels, email, http);
    }

    static AlertNode create(
            ApplicationContext beans,
            AlertSettings settings,
            AlertBook book,
            DeliveryChannels channels,
            EmailChannel email,
            HttpChannel http) {
        TenantTransactions transactions = beans.getBean(TenantTransactions.class);
        DSLContext sql = beans.getBean(DSLContext.class);
        Clock clock = beans.getBean(Clock.class);
        JsonMapper json = beans.getBean(JsonMapper.class);
        AuditTrail audit = beans.getBean(AuditTrail.class);
        AlertDispatcher dispatcher = new AlertDispatcher(transactions, sql, channels, settings, clock);
        return new AlertNode(
                new AlertEvaluator(
                        transactions,
                        beans.getBean(Organizations.class),
                        beans.getBean(RuleReadings.class),
                        book,
                        beans.getBean(ControlSignals.class),
                        settings,
                        json,
                        clock),
                dispatcher,
                new AlertDestinations(
                        transactions,
                        new TargetCheck(settings, email),
                        beans.getBean(DestinationSecrets.class),
                        audit,
                        json,
                        clock),
                new AlertDeliveries(transactions, beans.getBean(AlertOutbox.class), dispatcher, audit, clock),
                http);
    }

    @Override
    public void close() {
        dispatcher.close();
        try {
            http.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
