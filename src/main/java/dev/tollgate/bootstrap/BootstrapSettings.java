package dev.tollgate.bootstrap;

import dev.tollgate.core.SettingException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * What the first start should make.
 *
 * @param demo whether the first organization is the demo
 * @param bootstrapKey the secret of the first API key; null: a random one that is shown
 * @param timeZone the zone of the first organization
 */
record BootstrapSettings(boolean demo, @Nullable String bootstrapKey, ZoneId timeZone) {

    private static final Pattern KEY = Pattern.compile("tg_[A-Za-z0-9_-]{29,197}");

    /** The demo is for trying things out: it is loaded when nobody has set up a database. */
    static BootstrapSettings of(Environment environment) {
        boolean embedded = !environment.containsProperty("tollgate.database.url");
        return new BootstrapSettings(
                environment.getProperty("tollgate.demo", Boolean.class, embedded),
                key(environment.getProperty("tollgate.bootstrap-key")),
                zone(environment.getProperty("tollgate.time-zone", "UTC")));
    }

    private static @Nullable String key(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (!KEY.matcher(value).matches()) {
            throw new SettingException("TOLLGATE_BOOTSTRAP_KEY must begin with tg_ and have at least 32 characters,"
                    + " all of them letters, digits, hyphens or underscores.");
        }
        return value;
    }

    private static ZoneId zone(String value) {
        try {
            return ZoneId.of(value);
        } catch (DateTimeException e) {
            throw new SettingException("TOLLGATE_TIME_ZONE must be a time zone's name, such as Europe/Berlin.", e);
        }
    }

    @Override
    public String toString() {
        return "BootstrapSettings[" + demo + ", " + timeZone + "]";
    }
}
