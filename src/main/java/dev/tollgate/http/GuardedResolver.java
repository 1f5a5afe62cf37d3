package dev.tollgate.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.function.Predicate;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Looks hosts up for the connection that is about to be made, so that no other answer can come between the look and the call, and refuses
 * those of which any address is neither public nor allowed.
 */
public final class GuardedResolver extends SystemDefaultDnsResolver {

    private final Predicate<InetAddress> allowed;

    /** With the addresses that are allowed beside the public ones. */
    public GuardedResolver(Predicate<InetAddress> allowed) {
        this.allowed = allowed;
    }

    /** The host has an address that must not be reached. */
    public static final class RefusedException extends UnknownHostException {}

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = super.resolve(host);
        if (!Arrays.stream(found).allMatch(address -> PublicAddress.is(address) || allowed.test(address))) {
            throw new RefusedException();
        }
        return found;
    }
}
