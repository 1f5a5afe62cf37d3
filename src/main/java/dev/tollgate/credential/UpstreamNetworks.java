package dev.tollgate.credential;

import dev.tollgate.core.ProblemException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/**
 * Where providers may be: in the public internet, and in the networks that a setting names. It looks up names for the HTTP client too,
 * so that a name cannot mean one address when it is looked at and another when it is connected to.
 */
@Component
class UpstreamNetworks implements DnsResolver {

    private final List<IpAddressMatcher> allowed;

    UpstreamNetworks(CredentialSettings settings) {
        this.allowed =
                settings.allowedNetworks().stream().map(IpAddressMatcher::new).toList();
    }

    /** A name of which at least one address must not be reached. */
    static final class Refused extends UnknownHostException {}

    /** Throws BAD_USER_INPUT unless the address may be asked: by HTTPS, or by HTTP where nobody outside listens. */
    void check(URI baseUrl) {
        try {
            InetAddress[] addresses = resolve(baseUrl.getHost());
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
        String message = failure instanceof Refused
                ? "It leads into a network that is not public, and that TOLLGATE_CREDENTIALS_ALLOWED_NETWORKS does not allow."
                : "There is no such host.";
        return ProblemException.badInput(BaseUrl.FIELD, message);
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = InetAddress.getAllByName(host);
        if (!Arrays.stream(found).allMatch(this::mayBeReached)) {
            throw new Refused();
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return resolve(host)[0].getCanonicalHostName();
    }

    private boolean mayBeReached(InetAddress address) {
        String text = PublicAddress.text(address);
        return PublicAddress.is(address) || allowed.stream().anyMatch(network -> network.matches(text));
    }
}
