package dev.tollgate.alert;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Looks hosts up for the connection that is about to be made, so that no other answer can come between the look and the call, and refuses
 * those that lead into a private network.
 */
final class GuardedResolver extends SystemDefaultDnsResolver {

    private final boolean allowPrivateNetworks;

    GuardedResolver(boolean allowPrivateNetworks) {
        this.allowPrivateNetworks = allowPrivateNetworks;
    }

    /** The host leads into a private network. */
    static final class PrivateAddressException extends UnknownHostException {

        private PrivateAddressException() {
            super(PrivateNetworks.REFUSAL);
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = super.resolve(host);
        if (!allowPrivateNetworks && Arrays.stream(found).anyMatch(PrivateNetworks::contain)) {
            throw new PrivateAddressException();
        }
        return found;
    }
}
