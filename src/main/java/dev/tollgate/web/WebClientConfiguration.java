package dev.tollgate.web;

import java.time.Duration;
import java.util.Arrays;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Serves the web client. Files whose name carries their content's hash are kept by browsers for a year; everything else,
 * the first page above all, is asked for again each time, so that a new version is seen at once.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebSettings.class)
class WebClientConfiguration implements WebMvcConfigurer {

    private static final Duration ONE_YEAR = Duration.ofDays(365);

    private final String[] locations;
    private final WebSettings settings;

    WebClientConfiguration(WebProperties properties, WebSettings settings) {
        this.locations = properties.getResources().getStaticLocations();
        this.settings = settings;
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/").setViewName("forward:/" + ClientRouteResolver.FIRST_PAGE);
        if (settings.graphiql()) {
            registry.addViewController("/graphiql").setViewName("forward:/" + ClientRouteResolver.GRAPHIQL);
        }
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(
                        Arrays.stream(locations).map(l -> l + "assets/").toArray(String[]::new))
                .setCacheControl(CacheControl.maxAge(ONE_YEAR).cachePublic().immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations(locations)
                .setCacheControl(CacheControl.noCache())
                // Not cached by the chain: every address would be an entry, and there is no end of addresses.
                .resourceChain(false)
                .addResolver(new ClientRouteResolver(settings));
    }
}
