package dev.tollgate.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest(
        classes = WebClientConfiguration.class,
        properties = "spring.web.resources.static-locations=classpath:/web-client/")
@ImportAutoConfiguration(WebMvcAutoConfiguration.class)
@AutoConfigureMockMvc(addFilters = false)
class WebClientConfigurationTests {

    private final MockMvcTester http;

    @Autowired
    WebClientConfigurationTests(MockMvcTester http) {
        this.http = http;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/index.html", "/sign-in", "/live", "/quotas/new"})
    void answersWithTheFirstPageAndHasItAskedForEachTime(String path) {
        assertThat(http.get().uri(path))
                .hasStatusOk()
                .hasHeader("Cache-Control", "no-cache")
                .bodyText()
                .contains("First page");
    }

    @Test
    void answersTheRootWithTheFirstPage() {
        assertThat(http.get().uri("/")).hasStatusOk().hasForwardedUrl("/index.html");
    }

    @Test
    void hasAPageToTryOutGraphQl() {
        assertThat(http.get().uri("/graphiql")).hasStatusOk().hasForwardedUrl("/graphiql.html");
        assertThat(http.get().uri("/graphiql.html")).hasStatusOk();
    }

    @Test
    void letsBrowsersKeepFilesNamedByTheirContent() {
        assertThat(http.get().uri("/assets/page-1a2b3c.js"))
                .hasStatusOk()
                .hasHeader("Cache-Control", "max-age=31536000, public, immutable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/gone.js", "/v1/nothing", "/favicon.png", "/../application.yaml"})
    void hasNoPageForWhatIsNotTheClients(String path) {
        assertThat(http.get().uri(path)).hasStatus(404);
    }
}
