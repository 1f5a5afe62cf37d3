package dev.tollgate.core;

import java.util.Locale;

/** What an API key or a person may do in an organization. */
public enum Scope {
    /** Record usage events. */
    USAGE_WRITE,
    /** Read usage and cost. */
    USAGE_READ,
    /** Read settings, keys and quotas. */
    CONTROL_READ,
    /** Change settings, keys and quotas. */
    CONTROL_WRITE,
    /** Call models through the gateway. */
    GATEWAY_CALL,
    /** Everything in the organization. */
    ADMIN;

    /** The form used over HTTP, for example {@code usage:write}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }
}
