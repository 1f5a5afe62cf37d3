package dev.tollgate.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What a public installation hides. */
@SpringBootTest(
        classes = WebClientConfiguration.class,
        properties = "spring.web.resources.static-locations=classpath:/web-client/")
@ImportAutoConfiguration(WebMvcAutoConfiguration.class)
@AutoConfigureMockMvc(addFilters = false)
@ActiveProfiles("production")
class WithoutGraphiQlTests {

    private final MockMvcTester http;

    @Autowired
    WithoutGraphiQlTests(MockMvcTester http) {
        this.http = http;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/graphiql", "/graphiql.html"})
    void hasNoPageToTryOutGraphQl(String path) {
        assertThat(http.get().uri(path)).hasStatus(404);
    }
}
