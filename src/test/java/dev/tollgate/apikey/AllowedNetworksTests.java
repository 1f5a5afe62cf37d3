package dev.tollgate.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tollgate.core.ModelRef;
import dev.tollgate.core.ProblemException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a key may be limited to. */
class AllowedNetworksTests {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.0.1, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "192.168.1.7, 192.168.1.7, true",
        "192.168.1.7, 192.168.1.8, false",
        "192.168.1.7/32, 192.168.1.8, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "::1, 0:0:0:0:0:0:0:1, true",
        "fe80::/10, fe80::1%eth0, true",
        "10.0.0.0/8, ::ffff:10.1.2.3, true",
        "10.0.0.0/8, localhost, false",
        "10.0.0.0/8, '', false"
    })
    void takeCallsFromWithinThem(String range, String address, boolean allowed) {
        assertThat(AllowedNetworks.of(List.of(range)).allow(address)).isEqualTo(allowed);
    }

    @Test
    void areAllWhenNoneIsNamed() {
        assertThat(AllowedNetworks.of(List.of()).allow(null)).isTrue();
        assertThat(AllowedNetworks.of(List.of("10.0.0.0/8", "::1")).allow("::1"))
                .isTrue();
        assertThat(AllowedNetworks.of(List.of("10.0.0.0/8")).allow(null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "example.com/8",
                "10.0.0.0/33",
                "10.0.0/8",
                "256.0.0.1",
                "::/129",
                "1:2:3",
                "::g",
                "10.0.0.0/",
                "/8"
            })
    void areNothingElse(String range) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> AllowedNetworks.of(List.of(range)))
                .returns("allowedNetworks", ProblemException::field);
    }

    @Test
    void areNotTooMany() {
        List<String> many = IntStream.range(0, 51).mapToObj(i -> "10.0.0." + i).toList();

        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> AllowedNetworks.of(many));
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-5.5, true",
        "GPT-5.5, true",
        "openai/gpt-5.5, true",
        "gpt-5.5-mini, false",
        "azure/gpt-5.5, false",
        "gpt-*, true",
        "openai/*, true",
        "*, true",
        "claude-*, false"
    })
    void modelsAreNamedWholeOrByTheirBeginning(String pattern, boolean allowed) {
        AllowedModels models = AllowedModels.of(List.of(pattern));

        assertThat(models.allow(new ModelRef("openai", "gpt-5.5"))).isEqualTo(allowed);
        assertThat(AllowedModels.ALL.allow(new ModelRef("openai", "gpt-5.5"))).isTrue();
    }
}
