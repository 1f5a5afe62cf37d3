package dev.tollgate.graphql.subscription;

import dev.tollgate.testing.TollgateTest;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A test on the whole application with subscriptions of a feed that tests write to. All of them share one application. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@TollgateTest
@Import({TestFeed.class, TestFeedController.class, TestSockets.class})
@TestPropertySource(
        properties = {
            "spring.graphql.schema.locations=classpath:graphql/**/,classpath:subscription-test/",
            "tollgate.subscriptions.ping-interval=1s",
            "tollgate.subscriptions.silence=20s",
            "tollgate.subscriptions.stuck-timeout=3s",
            "tollgate.subscriptions.max-connections=" + SubscriptionTest.MAX_CONNECTIONS,
            "tollgate.subscriptions.max-per-organization=120",
            "tollgate.subscriptions.max-queued-frames=20"
        })
@interface SubscriptionTest {

    /** How many connections an organization may have. */
    int MAX_CONNECTIONS = 50;
}
