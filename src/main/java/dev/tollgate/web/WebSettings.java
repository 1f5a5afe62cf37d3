package dev.tollgate.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What of the web client is served.
 *
 * @param graphiql whether the page to try out GraphQL is
 */
@ConfigurationProperties("tollgate.web")
record WebSettings(@DefaultValue("true") boolean graphiql) {}
