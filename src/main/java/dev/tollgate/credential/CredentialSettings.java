package dev.tollgate.credential;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * How provider credentials are checked.
 *
 * @param allowedNetworks addresses and ranges in CIDR notation that are not public, where providers may be all the same
 * @param checkTimeout how long a provider may take to answer
 */
@ConfigurationProperties("tollgate.credentials")
record CredentialSettings(
        @DefaultValue List<String> allowedNetworks,
        @DefaultValue("10s") Duration checkTimeout) {

    CredentialSettings {
        allowedNetworks = allowedNetworks.stream().map(String::strip).toList();
        if (!allowedNetworks.stream().allMatch(CredentialSettings::isNetwork)) {
            throw new IllegalArgumentException(
                    "tollgate.credentials.allowed-networks must be addresses or ranges such as 10.0.0.0/8, separated by commas");
        }
        if (checkTimeout.toMillis() < 1) {
            throw new IllegalArgumentException("tollgate.credentials.check-timeout must be at least a millisecond");
        }
    }

    /** Only what has the characters of an address, so that no name is ever looked up. */
    private static boolean isNetwork(String text) {
        if (!text.matches("[0-9A-Fa-f:.]+(/\\d{1,3})?") || !text.matches(".*[:.].*")) {
            return false;
        }
        try {
            return !new IpAddressMatcher(text).toString().isEmpty();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
