package dev.tollgate.access.web;

import jakarta.servlet.DispatcherType;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What both chains have in common: which paths are open, and the headers of every answer. */
final class AccessRules {

    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data:; "
            + "style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    private AccessRules() {}

    static void apply(HttpSecurity http, Refusals refusals) {
        // Forged requests are refused by SameOriginFilter, which needs no token that every client would have to fetch
        // first.
        http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(AccessRules::headers)
                .authorizeHttpRequests(AccessRules::paths)
                .exceptionHandling(refused -> refused.authenticationEntryPoint(
                                (request, response, failure) -> refusals.unauthenticated(request, response))
                        .accessDeniedHandler((request, response, failure) -> refusals.forbidden(request, response)));
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        // Strict-Transport-Security goes out over HTTPS only: that is the writer's own rule.
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .httpStrictTransportSecurity(transport -> transport.includeSubDomains(false));
    }

    /**
     * GraphQL and the session answer nobody's requests in their own way. Operations and the web client are open to all. What
     * would change something at any other place needs a viewer, so that a new path is closed until somebody opens it.
     */
    private static void paths(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry paths) {
        paths.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers("/v1/**")
                .authenticated()
                .requestMatchers(
                        "/graphql", "/session", "/invitations/accept", "/password/reset", "/oidc/*", "/actuator/**")
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/**")
                .permitAll()
                .requestMatchers(HttpMethod.HEAD, "/**")
                .permitAll()
                .anyRequest()
                .authenticated();
    }
}
