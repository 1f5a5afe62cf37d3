package dev.tollgate.access.web;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;

/** A real OpenID Connect issuer, Spring's own, on a loopback port; who signs in there, and what it says of them, is what a test wants. */
final class TestIssuer implements AutoCloseable {

    static final String CLIENT_ID = "tollgate";
    static final String CLIENT_SECRET = "secret of a test's client";

    private final HttpClient browser =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final Tomcat tomcat = new Tomcat();
    private Person person = Person.of("nobody@example.com");
    private boolean tellsInToken = true;
    private Consumer<JwtClaimsSet.Builder> lie = claims -> {};

    /** Who is signed in at the issuer. */
    record Person(String subject, String email, boolean verified) {

        static Person of(String email) {
            return new Person(UUID.randomUUID().toString(), email, true);
        }

        Person unverified() {
            return new Person(subject, email, false);
        }

        Person called(String address) {
            return new Person(subject, address, verified);
        }

        private Map<String, Object> claims() {
            return Map.of("sub", subject, "email", email, "email_verified", verified, "name", "Ida Entity");
        }
    }

    static TestIssuer start() {
        try {
            return new TestIssuer();
        } catch (IOException | LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }

    private TestIssuer() throws IOException, LifecycleException {
        tomcat.setBaseDir(Files.createTempDirectory("issuer").toString());
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext("", null);
        context.addServletContainerInitializer(
                (_, servlets) -> {
                    AnnotationConfigWebApplicationContext spring = new AnnotationConfigWebApplicationContext();
                    spring.register(Server.class);
                    spring.addBeanFactoryPostProcessor(beans -> beans.registerSingleton("testIssuer", this));
                    spring.setServletContext(servlets);
                    spring.refresh();
                    servlets.addFilter("security", new DelegatingFilterProxy("springSecurityFilterChain", spring))
                            .addMappingForUrlPatterns(null, false, "/*");
                    servlets.addServlet("none", new HttpServlet() {}).addMapping("/");
                },
                Set.of());
        tomcat.start();
    }

    String address() {
        return "http://127.0.0.1:" + tomcat.getConnector().getLocalPort();
    }

    /** Signs this person in from now on, and tells the truth of them in the token. */
    void is(Person next) {
        person = next;
        tellsInToken = true;
        lie = claims -> {};
    }

    /** Keeps the address out of the token; it has to be asked for. */
    void tellsWhenAsked() {
        tellsInToken = false;
    }

    /** Says something else in the next tokens. */
    void lies(Consumer<JwtClaimsSet.Builder> about) {
        lie = about;
    }

    /** Goes to the issuer's page as a browser does in which the person is signed in; returns where it leads back to. */
    URI consent(String location) {
        try {
            HttpResponse<String> answer = browser.send(
                    HttpRequest.newBuilder(URI.create(location)).build(), HttpResponse.BodyHandlers.ofString());
            return URI.create(answer.headers()
                    .firstValue("Location")
                    .orElseThrow(() -> new AssertionError("the issuer answers " + answer.statusCode())));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }

    private void describe(JwtEncodingContext context) {
        if (!context.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) {
            return;
        }
        JwtClaimsSet.Builder claims = context.getClaims();
        if (tellsInToken) {
            claims.claims(all -> all.putAll(person.claims()));
        } else {
            claims.subject(person.subject());
        }
        lie.accept(claims);
    }

    /** Without {@code @Configuration}, by which the application under test would take it for a part of itself. */
    @EnableWebSecurity
    static class Server {

        @Bean
        SecurityFilterChain chain(HttpSecurity http, TestIssuer issuer) {
            return http.oauth2AuthorizationServer(server -> server.oidc(connect -> connect.userInfoEndpoint(
                            info -> info.userInfoMapper(context -> new OidcUserInfo(issuer.person.claims())))))
                    .oauth2ResourceServer(resources -> resources.jwt(Customizer.withDefaults()))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .addFilterAfter(Server::signIn, SecurityContextHolderFilter.class)
                    .build();
        }

        /** The person has signed in here long ago, as far as this server is asked for codes. */
        private static void signIn(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            if (request instanceof HttpServletRequest asked
                    && asked.getServletPath().equals("/oauth2/authorize")) {
                SecurityContextHolder.setContext(
                        new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                                "person",
                                null,
                                List.of(FactorGrantedAuthority.fromAuthority(
                                        FactorGrantedAuthority.PASSWORD_AUTHORITY)))));
            }
            chain.doFilter(request, response);
        }

        @Bean
        RegisteredClientRepository clients() {
            return new InMemoryRegisteredClientRepository(RegisteredClient.withId(CLIENT_ID)
                    .clientId(CLIENT_ID)
                    .clientSecret("{noop}" + CLIENT_SECRET)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    // Any port of the loopback address.
                    .redirectUri("http://127.0.0.1/oidc/test/callback")
                    .scopes(scopes -> scopes.addAll(Set.of("openid", "profile", "email")))
                    .clientSettings(ClientSettings.builder()
                            .requireAuthorizationConsent(false)
                            .requireProofKey(true)
                            .build())
                    .build());
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> tokens(TestIssuer issuer) {
            return issuer::describe;
        }

        @Bean
        JWKSource<SecurityContext> keys() throws NoSuchAlgorithmException {
            KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
            return new ImmutableJWKSet<>(new JWKSet(new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey(pair.getPrivate())
                    .keyID("test")
                    .build()));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }
    }
}
