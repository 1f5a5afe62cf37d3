package dev.tollgate.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tollgate.core.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTests {

    @ParameterizedTest
    @CsvSource({
        "https://api.example.com/v1, https://api.example.com/v1",
        "' https://api.example.com/v1/ ', https://api.example.com/v1",
        "http://127.0.0.1:8000, http://127.0.0.1:8000",
        "HTTPS://[2001:db8::1]:443/a/b//, HTTPS://[2001:db8::1]:443/a/b"
    })
    void readsAddresses(String text, String address) {
        assertThat(BaseUrl.parse(text)).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api.example.com",
                "ftp://example.com",
                "file:///etc/passwd",
                "https:example.com",
                "https://",
                "https://user:sk-canary@example.com",
                "https://example.com/v1?key=sk-canary",
                "https://example.com/#sk-canary",
                "https://example.com:99999",
                "https://exa mple.com/sk-canary",
                "https://exämple.com",
                "https://example.com/\u0000",
                "javascript:alert(1)"
            })
    void refusesWhatIsNoneWithoutRepeatingIt(String text) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> BaseUrl.parse(text))
                .returns("baseUrl", ProblemException::field)
                .withMessageNotContaining("canary")
                .withNoCause();
    }
}
