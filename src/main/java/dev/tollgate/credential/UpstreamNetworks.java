package dev.tollgate.credential;

import dev.tollgate.core.ProblemException;
import dev.tollgate.http.GuardedResolver;
import dev.tollgate.http.PublicAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/** Where providers may be: in the public internet, and in the networks that a setting names. */
@Component
class UpstreamNetworks {

    private final GuardedResolver resolver;

    UpstreamNetworks(CredentialSettings settings) {
        List<IpAddressMatcher> allowed =
                settings.allowedNetworks().stream().map(IpAddressMatcher::new).toList();
        this.resolver = new GuardedResolver(
                address -> allowed.stream().anyMatch(network -> network.matches(PublicAddress.text(address))));
    }

    /** What looks up names for the HTTP client. */
    GuardedResolver resolver() {
        return resolver;
    }

    /** Throws BAD_USER_INPUT unless the address may be asked: by HTTPS, or by HTTP where nobody outside listens. */
    void check(URI baseUrl) {
        try {
            InetAddress[] addresses = resolver.resolve(baseUrl.getHost());
            if (!"https".equalsIgnoreCase(baseUrl.getScheme())
                    && Arrays.stream(addresses).anyMatch(PublicAddress::is)) {
                throw ProblemException.badInput(BaseUrl.FIELD, "A public address must begin with https://.");
            }
        } catch (UnknownHostException e) {
            throw problem(e);
        }
    }

    /** What it means that there is no address. */
    static ProblemException problem(UnknownHostException failure) {
        String message = failure instanceof GuardedResolver.RefusedException
                ? "It leads into a network that is not public, and that TOLLGATE_CREDENTIALS_ALLOWED_NETWORKS does not allow."
                : "There is no such host.";
        return ProblemException.badInput(BaseUrl.FIELD, message);
    }
}
