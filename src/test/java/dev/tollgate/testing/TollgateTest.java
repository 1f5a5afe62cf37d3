package dev.tollgate.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test on the whole application, listening on a random port, on the shared servers. All such tests share one application and
 * one database: let each make its own organization with {@link TestOrganizations}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"tollgate.demo=false", "tollgate.alerts.work=false"})
@Import(TestBeans.class)
@ContextConfiguration(initializers = SharedServers.class)
public @interface TollgateTest {}
