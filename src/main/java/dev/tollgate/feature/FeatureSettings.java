package dev.tollgate.feature;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How features are decided.
 *
 * @param unknown what those are that nobody has declared
 */
@ConfigurationProperties("tollgate.features")
public record FeatureSettings(@DefaultValue("ON") Unknown unknown) {

    /** What a feature is that nobody has declared. */
    public enum Unknown {
        /** Everybody may use it. */
        ON,
        /** Nobody may use it. */
        OFF
    }

    /** A feature that nobody has declared. */
    Feature undeclared(String name) {
        return Feature.undeclared(name, availability());
    }

    Decision decision() {
        return switch (unknown) {
            case ON -> new Decision.Enabled(DecisionReason.UNKNOWN);
            case OFF -> new Decision.Disabled(DecisionReason.UNKNOWN, null);
        };
    }

    private Availability availability() {
        return unknown == Unknown.ON ? Availability.ON : Availability.OFF;
    }
}
