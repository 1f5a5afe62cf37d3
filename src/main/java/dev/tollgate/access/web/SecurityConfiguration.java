package dev.tollgate.access.web;

import dev.tollgate.access.Viewers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;

/**
 * Two chains: who brings a bearer token is judged by it alone, without a session; everybody else by the session, if there is one.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    @Order(1)
    SecurityFilterChain bearerChain(HttpSecurity http, Viewers viewers, Refusals refusals) {
        AccessRules.apply(http, refusals);
        return http.securityMatcher(request -> {
                    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
                    return authorization != null && Viewers.isBearer(authorization);
                })
                .addFilterAfter(new RefusalFilter(refusals), HeaderWriterFilter.class)
                .addFilterBefore(new BearerFilter(viewers), AnonymousAuthenticationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain sessionChain(HttpSecurity http, Viewers viewers, Refusals refusals) {
        AccessRules.apply(http, refusals);
        return http.addFilterAfter(new RefusalFilter(refusals), HeaderWriterFilter.class)
                .addFilterBefore(new SessionFilter(viewers), AnonymousAuthenticationFilter.class)
                .addFilterBefore(new SameOriginFilter(), ExceptionTranslationFilter.class)
                .build();
    }
}
