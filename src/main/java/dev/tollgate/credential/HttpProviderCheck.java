package dev.tollgate.credential;

import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import dev.tollgate.http.OutboundClients;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.HttpException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks a provider over HTTP for something that only a secret opens. Of the answer it looks at the status alone: nothing of the rest, which
 * may repeat the secret, gets into memory for longer or into a message. No redirect is followed: it would take the secret along.
 */
@Component
class HttpProviderCheck implements ProviderCheck, AutoCloseable {

    private static final int MOST_AT_ONCE = 50;
    private static final int MOST_AT_ONE_PLACE = 10;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final UpstreamNetworks networks;
    private final Duration timeout;
    private final CloseableHttpClient http;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("provider-check-", 0).factory());

    HttpProviderCheck(UpstreamNetworks networks, CredentialSettings settings) {
        this.networks = networks;
        this.timeout = settings.checkTimeout();
        this.http = OutboundClients.create(networks.resolver(), timeout, MOST_AT_ONCE, MOST_AT_ONE_PLACE);
    }

    @Override
    public boolean isFor(String provider) {
        return true;
    }

    @Override
    public void check(ProviderSecret secret) {
        networks.check(secret.baseUrl());
        judge(status(request(secret)));
    }

    private static HttpGet request(ProviderSecret secret) {
        ProviderApi api = ProviderApi.of(secret.provider());
        HttpGet request = new HttpGet(BaseUrl.resolve(secret.baseUrl(), api.path()));
        request.setHeader(api.header(), api.prefix() + secret.value());
        request.setHeader("Accept", "application/json");
        api.extra().forEach(request::setHeader);
        return request;
    }

    /** Bounded as a whole: a provider that sends a byte now and then would otherwise never be done. */
    private int status(HttpGet request) {
        Future<Integer> answer = threads.submit(() -> send(request));
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw problem(e.getCause());
        } catch (TimeoutException _) {
            throw unavailable("The provider does not answer in time; try again.");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw unavailable("The provider was not waited for; try again.");
        } finally {
            request.abort();
        }
    }

    /** What is left of the answer is not read: the connection is dropped. */
    private int send(HttpGet request) throws IOException, HttpException {
        int status = http.executeOpen(RoutingSupport.determineHost(request), request, null)
                .getCode();
        request.abort();
        return status;
    }

    private static void judge(int status) {
        if (status / 100 == 2) {
            return;
        }
        if (status / 100 == 3) {
            throw ProblemException.badInput(
                    BaseUrl.FIELD, "The provider sends us elsewhere (HTTP " + status + "), where no secret is sent.");
        }
        if (status == 429 || status / 100 == 5) {
            throw unavailable("The provider cannot say at present (HTTP " + status + "); try again.");
        }
        // Some providers call a wrong secret a bad request.
        if (status == 400 || status == 401 || status == 403) {
            throw ProblemException.badInput("secret", "The provider does not accept it (HTTP " + status + ").");
        }
        throw ProblemException.badInput(
                BaseUrl.FIELD, "There is no such API of the provider at this address (HTTP " + status + ").");
    }

    /** The failure's own message is left out: it may hold what the provider answered. */
    private static ProblemException problem(@Nullable Throwable failure) {
        return switch (failure) {
            case UnknownHostException unknown -> UpstreamNetworks.problem(unknown);
            case SSLException _ ->
                ProblemException.badInput(BaseUrl.FIELD, "No connection can be trusted there: TLS fails.");
            case HttpException _, ClientProtocolException _ ->
                ProblemException.badInput(BaseUrl.FIELD, "What answers there is no HTTP API.");
            case null, default -> unavailable("The provider cannot be reached there; try again.");
        };
    }

    private static ProblemException unavailable(String message) {
        return new ProblemException(ErrorCode.UNAVAILABLE, message, BaseUrl.FIELD, RETRY_AFTER);
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        http.close();
    }
}
