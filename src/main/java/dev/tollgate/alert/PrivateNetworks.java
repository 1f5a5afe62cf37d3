package dev.tollgate.alert;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** The networks that a webhook must not reach into: everything that is not the public internet. */
final class PrivateNetworks {

    static final String REFUSAL = "The address is in a private network, which this installation does not allow.";

    private static final int BYTE = 0xff;

    private PrivateNetworks() {}

    static boolean contain(InetAddress address) {
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (address instanceof Inet6Address ? contain6(address.getAddress()) : contain(address.getAddress()));
    }

    /** Also 0/8, 100.64/10, 192.0.0/24, 198.18/15 and 240/4. */
    private static boolean contain(byte[] four) {
        int first = four[0] & BYTE;
        int second = four[1] & BYTE;
        return first == 0
                || (first == 100 && second >= 64 && second < 128)
                || (first == 192 && second == 0 && four[2] == 0)
                || (first == 198 && (second == 18 || second == 19))
                || first >= 240;
    }

    /** Also fc00::/7, and private IPv4 addresses in those of 6to4, NAT64 and IPv4-compatible form. */
    private static boolean contain6(byte[] six) {
        if ((six[0] & 0xfe) == 0xfc) {
            return true;
        }
        boolean sixToFour = six[0] == 0x20 && six[1] == 0x02;
        boolean nat64 = six[0] == 0 && six[1] == 0x64 && (six[2] & BYTE) == BYTE && (six[3] & BYTE) == 0x9b;
        boolean compatible = Arrays.equals(Arrays.copyOf(six, 12), new byte[12]);
        if (sixToFour) {
            return containsFour(Arrays.copyOfRange(six, 2, 6));
        }
        return (nat64 || compatible) && containsFour(Arrays.copyOfRange(six, 12, 16));
    }

    private static boolean containsFour(byte[] four) {
        try {
            return contain(InetAddress.getByAddress(four));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
