package dev.tollgate.http;

import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;

/** HTTP clients for addresses that strangers name: they follow no redirect, repeat nothing by themselves and keep nothing between calls. */
public final class OutboundClients {

    private OutboundClients() {}

    /**
     * A client.
     *
     * @param timeout how long it may take to get a connection, to connect, and between two bytes; a call as a whole is not bounded
     * @param atOnce how many connections there may be
     * @param atOnePlace how many of them to one host
     */
    public static CloseableHttpClient create(GuardedResolver resolver, Duration timeout, int atOnce, int atOnePlace) {
        Timeout patience = Timeout.of(timeout);
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(resolver)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(patience)
                                .setSocketTimeout(patience)
                                .build())
                        .setMaxConnTotal(atOnce)
                        .setMaxConnPerRoute(atOnePlace)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(patience)
                        .setResponseTimeout(patience)
                        .build())
                .setUserAgent("Tollgate")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .disableCookieManagement()
                .disableContentCompression()
                .build();
    }
}
