package dev.tollgate.testing;

import java.net.http.HttpClient;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The application as its callers see it: over HTTP. */
@TestComponent
public class TestApi {

    private final Environment environment;
    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    TestApi(Environment environment) {
        this.environment = environment;
    }

    /** The origin of the application's pages. */
    public String origin() {
        return "http://localhost:" + environment.getRequiredProperty("local.server.port");
    }

    /** A client that sends nothing of its own and keeps no cookies. */
    public RestTestClient anonymous() {
        return RestTestClient.bindToServer(new JdkClientHttpRequestFactory(http))
                .baseUrl(origin())
                .build();
    }

    /** A client that sends an {@code Authorization} header. */
    public RestTestClient with(String authorization) {
        return anonymous()
                .mutate()
                .defaultHeader(HttpHeaders.AUTHORIZATION, authorization)
                .build();
    }

    /** Tries to sign in. */
    public RestTestClient.ResponseSpec signIn(String email, String password) {
        return anonymous()
                .post()
                .uri("/session")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("email", email, "password", password))
                .exchange();
    }

    /** A browser in which the person has signed in; it sends the session's cookie and nothing else of its own. */
    public RestTestClient signedIn(String email, String password) {
        return anonymous()
                .mutate()
                .defaultCookie("tollgate_session", session(email, password))
                .build();
    }

    /** Signs in, and returns the value of the session's cookie. */
    public String session(String email, String password) {
        ResponseCookie cookie = signIn(email, password)
                .expectStatus()
                .isNoContent()
                .returnResult()
                .getResponseCookies()
                .getFirst("tollgate_session");
        return Objects.requireNonNull(cookie).getValue();
    }

    /** Sends a GraphQL document with variables. */
    public RestTestClient.ResponseSpec graphQl(RestTestClient client, String document, Map<String, ?> variables) {
        return client.post()
                .uri("/graphql")
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_JSON)
                .body(Map.of("query", document, "variables", variables))
                .exchange();
    }
}
