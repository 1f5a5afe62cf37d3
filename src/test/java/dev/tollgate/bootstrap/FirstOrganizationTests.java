package dev.tollgate.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testing.ChildApplication;
import dev.tollgate.testing.TestOrganizations;
import dev.tollgate.testing.TollgateTest;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TollgateTest
class FirstOrganizationTests {

    private static final FirstCredentials CREDENTIALS =
            new FirstCredentials("owner@tollgate.local", "pass-word", Optional.of("tg_secret"));

    @Test
    void isNotMadeWhereThereIsOne(@Autowired FirstOrganization first, @Autowired TestOrganizations organizations) {
        organizations.create();

        assertThat(first.create(new BootstrapSettings(true, ChildApplication.KEY, ZoneOffset.UTC)))
                .isEmpty();
    }

    @Test
    void isShownWithHowToSignIn() {
        assertThat(CREDENTIALS.notice("http://localhost:8080"))
                .contains("http://localhost:8080", "owner@tollgate.local", "pass-word", "tg_secret", "shown this once");
    }

    @Test
    void doesNotRepeatAKeyThatWasGiven() {
        assertThat(new FirstCredentials("owner@tollgate.local", "pass-word", Optional.empty()).notice("http://x"))
                .contains("the one in TOLLGATE_BOOTSTRAP_KEY");
    }

    @Test
    void keepsSecretsOutOfOtherTexts() {
        assertThat(CREDENTIALS).hasToString("FirstCredentials[owner@tollgate.local]");
        assertThat(new BootstrapSettings(false, ChildApplication.KEY, ZoneOffset.UTC).toString())
                .doesNotContain(ChildApplication.KEY);
    }
}
