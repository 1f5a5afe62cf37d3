package dev.tollgate.alert;

import dev.tollgate.http.GuardedResolver;
import dev.tollgate.http.OutboundClients;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.RequestFailedException;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Posts JSON to addresses that organizations name: follows no redirect, keeps no cookie, reads nothing of the answer but its status, and
 * gives up in time whatever the other side does.
 */
@Component
class HttpChannel implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(HttpChannel.class);

    private final CloseableHttpClient client;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("alert-deadlines").factory());
    private final long deadlineMs;

    HttpChannel(AlertSettings settings) {
        this.deadlineMs = 2 * settings.timeout().toMillis();
        this.client = OutboundClients.create(
                new GuardedResolver(_ -> settings.allowPrivateNetworks()),
                settings.timeout(),
                AlertDispatcher.PARALLEL,
                AlertDispatcher.PARALLEL);
    }

    AttemptResult post(URI url, String json, Map<String, String> headers) {
        HttpPost post = new HttpPost(url);
        post.setEntity(new StringEntity(json, ContentType.APPLICATION_JSON));
        headers.forEach(post::setHeader);
        ScheduledFuture<?> deadline = deadlines.schedule(post::abort, deadlineMs, TimeUnit.MILLISECONDS);
        try (ClassicHttpResponse answer = client.executeOpen(null, post, null)) {
            return result(answer.getCode());
        } catch (IOException e) {
            log.debug("{} was not reached", url.getHost(), e);
            return failure(e);
        } finally {
            deadline.cancel(false);
        }
    }

    private static AttemptResult result(int code) {
        return switch (code / 100) {
            case 2 -> new AttemptResult.Delivered(code);
            case 3 -> new AttemptResult.Failed(code, "The answer was " + code + "; redirects are not followed.");
            default -> new AttemptResult.Failed(code, "The answer was " + code + ".");
        };
    }

    /** In words of our own: those of the failure may hold more than is to be shown. */
    private static AttemptResult failure(IOException e) {
        return switch (e) {
            case GuardedResolver.RefusedException _ -> new AttemptResult.Refused(TargetCheck.PRIVATE_NETWORK);
            case UnknownHostException _ -> new AttemptResult.Failed(null, "The host is not known.");
            case SocketTimeoutException _, RequestFailedException _ ->
                new AttemptResult.Failed(null, "There was no answer in time.");
            case SSLException _ -> new AttemptResult.Failed(null, "No secure connection could be made.");
            default -> new AttemptResult.Failed(null, "The connection failed.");
        };
    }

    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        client.close();
    }
}
