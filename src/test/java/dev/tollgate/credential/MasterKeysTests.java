package dev.tollgate.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import dev.tollgate.core.SettingException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class MasterKeysTests {

    private static final String ONE = "01".repeat(32);
    private static final String OTHER = "02".repeat(32);

    @Test
    void hasNoneWhenNoneIsSet() {
        MasterKeys keys = keys(null, "", "");

        assertThat(keys.newest()).isNull();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(keys::require)
                .returns(ErrorCode.UNAVAILABLE, ProblemException::code)
                .withMessageContaining("TOLLGATE_MASTER_KEY");
    }

    @Test
    void readsAKeyInEitherForm() {
        String base64 = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(ONE));

        assertThat(id(keys(null, ONE, ""))).isEqualTo(id(keys(null, " " + base64 + " ", "")));
        assertThat(id(keys(null, ONE, ""))).isNotEqualTo(id(keys(null, OTHER, "")));
    }

    @Test
    void takesTheGeneratedKeyOnlyWhenNoneIsSet() {
        assertThat(id(keys(ONE, "", ""))).isEqualTo(id(keys(null, ONE, "")));
        assertThat(id(keys(ONE, OTHER, ""))).isEqualTo(id(keys(null, OTHER, "")));
    }

    @Test
    void hasEarlierKeysBeforeTheNewest() {
        MasterKeys keys = keys(null, ONE, OTHER + " , " + ONE);

        assertThat(keys.earlierIds()).containsExactly(id(keys(null, OTHER, "")));
        assertThat(keys.all().map(MasterKey::id)).containsExactly(id(keys(null, OTHER, "")), id(keys));
    }

    @Test
    void showsNoKey() {
        assertThat(keys(null, ONE, OTHER).toString()).doesNotContain("0101", "0202");
        assertThat(new GeneratedMasterKey(ONE).toString()).doesNotContain("0101");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "0102", "not base64 at all, at all", "AQ=="})
    void refusesWhatIsNoKeyWithoutShowingIt(String text) {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> keys(null, text, ""))
                .withMessageStartingWith("TOLLGATE_MASTER_KEY must be 32 random bytes")
                .withMessageNotContaining(text);
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> keys(null, ONE, "x" + text.replace(",", "")))
                .withMessageStartingWith("TOLLGATE_MASTER_KEY_PREVIOUS must be 32 random bytes");
    }

    @Test
    void refusesEarlierKeysWithoutANewOne() {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> keys(null, "", ONE))
                .withMessageStartingWith("TOLLGATE_MASTER_KEY_PREVIOUS needs");
    }

    private static String id(MasterKeys keys) {
        return Objects.requireNonNull(keys.newest()).id();
    }

    private static MasterKeys keys(@Nullable String generated, String newest, String earlier) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test", Map.of("tollgate.master-key", newest, "tollgate.master-key-previous", earlier)));
        return MasterKeys.of(environment, () -> generated == null ? null : new GeneratedMasterKey(generated));
    }
}
