package dev.tollgate.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tollgate.core.SettingException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class OidcSettingsTests {

    private static final String GOOGLE = "TOLLGATE_OIDC_GOOGLE_";
    private static final String OWN = "TOLLGATE_OIDC_OWN_";

    @Test
    void nameNoProviderWhenNothingIsSet() {
        assertThat(read(Map.of()).providers()).isEmpty();
    }

    @Test
    void nameProvidersWithAllThatIsSet() {
        OidcSettings settings = read(Map.of(
                OWN + "ISSUER", "https://id.example.com/realms/all",
                OWN + "CLIENT_ID", "tollgate",
                OWN + "CLIENT_SECRET", "secret",
                OWN + "LABEL", "Example Inc.",
                GOOGLE + "CLIENT_ID", "id",
                GOOGLE + "CLIENT_SECRET", "hidden"));

        assertThat(settings.providers())
                .containsExactly(
                        new OidcProvider("google", "Google", "https://accounts.google.com", "id", "hidden"),
                        new OidcProvider(
                                "own", "Example Inc.", "https://id.example.com/realms/all", "tollgate", "secret"));
        assertThat(settings.toString()).doesNotContain("secret", "hidden");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ISSUER        |                       | TOLLGATE_OIDC_OWN_ISSUER is missing",
                "CLIENT_ID     |                       | TOLLGATE_OIDC_OWN_CLIENT_ID is missing",
                "CLIENT_SECRET | ' '                   | TOLLGATE_OIDC_OWN_CLIENT_SECRET is missing",
                "ISSUER        | id.example.com        | TOLLGATE_OIDC_OWN_ISSUER must be an https:// address",
                "ISSUER        | http://id.example.com | TOLLGATE_OIDC_OWN_ISSUER must be an https:// address",
                "ISSUER        | https://a.example?b=c | TOLLGATE_OIDC_OWN_ISSUER must be an https:// address",
                "ISUER         | https://a.example     | TOLLGATE_OIDC_OWN_ISUER is no setting",
                "ID_ISSUER     | https://a.example     | TOLLGATE_OIDC_OWN_ID_ISSUER is no setting",
            })
    void areRefusedInASentenceThatNamesTheOneAtFault(String setting, String value, String sentence) {
        Map<String, Object> given = new LinkedHashMap<>(Map.of(
                OWN + "ISSUER",
                "https://id.example.com",
                OWN + "CLIENT_ID",
                "tollgate",
                OWN + "CLIENT_SECRET",
                "hidden"));
        given.put(OWN + setting, value == null ? "" : value);

        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> read(given))
                .withMessageStartingWith(sentence)
                .withMessageNotContaining("hidden");
    }

    private static OidcSettings read(Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        environment.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, variables));
        return OidcSettings.of(environment);
    }
}
