package dev.tollgate.access.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tollgate.access.Viewer;
import dev.tollgate.access.ViewerAuthentication;
import dev.tollgate.core.AccountId;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;

/** A handshake is a GET, but what it opens may do everything. */
class WebSocketOriginTests {

    private final SameOriginFilter filter = new SameOriginFilter();

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void opensForItsOwnPagesOnly() {
        signIn();

        assertThatCode(() -> open("http://localhost")).doesNotThrowAnyException();
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> open("https://evil.example.com"));
    }

    @Test
    void opensForAnyPageWithoutASession() {
        assertThatCode(() -> open("https://app.example.com")).doesNotThrowAnyException();
    }

    private void open(String origin) throws Exception {
        MockHttpServletRequest handshake = new MockHttpServletRequest("GET", "/graphql");
        handshake.addHeader(HttpHeaders.UPGRADE, "websocket");
        handshake.addHeader(HttpHeaders.ORIGIN, origin);
        filter.doFilter(handshake, new MockHttpServletResponse(), new MockFilterChain());
    }

    private static void signIn() {
        Viewer.Identity person = new Viewer.Person(new AccountId(UUID.randomUUID()));
        Viewer viewer = new Viewer(new OrganizationId(UUID.randomUUID()), Set.of(), person);
        SecurityContextHolder.getContext().setAuthentication(new ViewerAuthentication(viewer, null));
    }
}
