package dev.tollgate.http;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** Tells addresses of the public internet from all others. */
public final class PublicAddress {

    /** By the registries of special-purpose addresses (RFC 6890 and its updates). */
    private static final List<IpAddressMatcher> SPECIAL_V4 = List.of(
            new IpAddressMatcher("0.0.0.0/8"),
            new IpAddressMatcher("10.0.0.0/8"),
            new IpAddressMatcher("100.64.0.0/10"),
            new IpAddressMatcher("127.0.0.0/8"),
            new IpAddressMatcher("169.254.0.0/16"),
            new IpAddressMatcher("172.16.0.0/12"),
            new IpAddressMatcher("192.0.0.0/24"),
            new IpAddressMatcher("192.0.2.0/24"),
            new IpAddressMatcher("192.88.99.0/24"),
            new IpAddressMatcher("192.168.0.0/16"),
            new IpAddressMatcher("198.18.0.0/15"),
            new IpAddressMatcher("198.51.100.0/24"),
            new IpAddressMatcher("203.0.113.0/24"),
            new IpAddressMatcher("224.0.0.0/3"));

    /** What is not in 2000::/3 is not public; of that these are not, or lead to an IPv4 address. */
    private static final IpAddressMatcher GLOBAL_V6 = new IpAddressMatcher("2000::/3");

    private static final List<IpAddressMatcher> SPECIAL_V6 = List.of(
            new IpAddressMatcher("2001::/23"),
            new IpAddressMatcher("2001:db8::/32"),
            new IpAddressMatcher("2002::/16"),
            new IpAddressMatcher("3fff::/20"));

    private PublicAddress() {}

    /** Whether it is one of the public internet. */
    public static boolean is(InetAddress address) {
        String text = text(address);
        return switch (address) {
            case Inet4Address _ -> SPECIAL_V4.stream().noneMatch(special -> special.matches(text));
            case Inet6Address _ ->
                GLOBAL_V6.matches(text) && SPECIAL_V6.stream().noneMatch(special -> special.matches(text));
            default -> false;
        };
    }

    /** The address without the name of the interface that one of a link may come with. */
    public static String text(InetAddress address) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }
}
