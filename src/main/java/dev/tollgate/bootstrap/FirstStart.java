package dev.tollgate.bootstrap;

import dev.tollgate.demo.DemoUsage;
import dev.tollgate.organization.Organizations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Runs when the application answers, and before it says that it is ready. */
@Component
class FirstStart implements ApplicationRunner {

    static final String DEMO = "demo";

    private static final Logger log = LoggerFactory.getLogger(FirstStart.class);

    private final BootstrapSettings settings;
    private final FirstOrganization firstOrganization;
    private final Organizations organizations;
    private final DemoUsage demo;
    private final Environment environment;

    FirstStart(
            BootstrapSettings settings,
            FirstOrganization firstOrganization,
            Organizations organizations,
            DemoUsage demo,
            Environment environment) {
        this.settings = settings;
        this.firstOrganization = firstOrganization;
        this.organizations = organizations;
        this.demo = demo;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        // Before the demo, which takes longest: a start cut short must not cost the only password.
        firstOrganization.create(settings).ifPresent(credentials -> log.info(credentials.notice(url())));
        if (settings.demo()) {
            organizations.findBySlug(DEMO).ifPresent(organization -> demo.load(organization.id()));
        }
        log.info("Tollgate is ready: {}", url());
    }

    private String url() {
        return "http://localhost:" + environment.getProperty("local.server.port", "8080");
    }
}
