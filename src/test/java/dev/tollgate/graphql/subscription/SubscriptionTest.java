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
@TestPropertySource(properties = "spring.graphql.schema.locations=classpath:graphql/**/,classpath:subscription-test/")
@interface SubscriptionTest {}
