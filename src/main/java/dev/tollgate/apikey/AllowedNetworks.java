package dev.tollgate.apikey;

import dev.tollgate.core.ProblemException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** The networks that a key may be used from. None named: all of them. */
public final class AllowedNetworks {

    /** All. */
    public static final AllowedNetworks ALL = new AllowedNetworks(List.of());

    private static final int MOST = 50;
    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    /** Only what is an address without a doubt, so that no name is ever looked up. */
    private static final Pattern FOUR = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}(?:/(?:3[0-2]|[12]?\\d))?");

    private static final Pattern SIX =
            Pattern.compile("(?=[^/]*:)[0-9A-Fa-f:.]{2,45}(?:/(?:12[0-8]|1[01]\\d|[1-9]?\\d))?");

    private final List<String> ranges;
    private final List<IpAddressMatcher> matchers;

    private AllowedNetworks(List<String> ranges) {
        this.ranges = ranges;
        this.matchers = ranges.stream().map(IpAddressMatcher::new).toList();
    }

    /** Reads addresses and ranges in CIDR notation, of IPv4 and IPv6; BAD_USER_INPUT when one is neither. */
    public static AllowedNetworks of(List<String> ranges) {
        if (ranges.size() > MOST) {
            throw ProblemException.badInput("allowedNetworks", "A key has at most " + MOST + " networks.");
        }
        List<String> stripped = ranges.stream().map(String::strip).distinct().toList();
        stripped.stream().filter(range -> !isRange(range)).findFirst().ifPresent(AllowedNetworks::refuse);
        try {
            return stripped.isEmpty() ? ALL : new AllowedNetworks(stripped);
        } catch (IllegalArgumentException _) {
            throw malformed();
        }
    }

    /** The addresses and ranges, as they were given. */
    public List<String> ranges() {
        return ranges;
    }

    /** Whether a call from this address is allowed; one from nowhere known only where all are. */
    public boolean allow(@Nullable String address) {
        return ranges.isEmpty() || (address != null && isAmong(withoutZone(address)));
    }

    /** These, or the others if these are all; BAD_USER_INPUT when one of these is in none of the others. */
    AllowedNetworks within(AllowedNetworks others) {
        if (ranges.isEmpty() || others.ranges.isEmpty()) {
            return ranges.isEmpty() ? others : this;
        }
        if (!ranges.stream().allMatch(range -> others.ranges.stream().anyMatch(wider -> includes(wider, range)))) {
            throw ProblemException.badInput(
                    "allowedNetworks", "The key that makes it may not be used from all of these.");
        }
        return this;
    }

    /** A narrower range has at least as long a prefix, and its first address is in the wider one, as are then all. */
    private static boolean includes(String wider, String narrower) {
        boolean four = narrower.indexOf(':') < 0;
        return four == wider.indexOf(':') < 0
                && prefix(narrower) >= prefix(wider)
                && new IpAddressMatcher(wider).matches(narrower.split("/", 2)[0]);
    }

    private static int prefix(String range) {
        int slash = range.indexOf('/');
        return slash >= 0 ? Integer.parseInt(range.substring(slash + 1)) : range.indexOf(':') < 0 ? 32 : 128;
    }

    private boolean isAmong(String address) {
        return isRange(address) && matchers.stream().anyMatch(matcher -> matcher.matches(address));
    }

    /** An address of a link may come with the name of the interface. */
    private static String withoutZone(String address) {
        int zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }

    private static boolean isRange(String text) {
        return FOUR.matcher(text).matches() || SIX.matcher(text).matches();
    }

    private static void refuse(String range) {
        throw malformed();
    }

    private static ProblemException malformed() {
        return ProblemException.badInput(
                "allowedNetworks", "A network is an address or a range such as 10.0.0.0/8 or 2001:db8::/32.");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AllowedNetworks networks && ranges.equals(networks.ranges);
    }

    @Override
    public int hashCode() {
        return ranges.hashCode();
    }

    @Override
    public String toString() {
        return ranges.toString();
    }
}
