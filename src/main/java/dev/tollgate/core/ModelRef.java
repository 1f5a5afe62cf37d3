package dev.tollgate.core;

/** Names a model the way events do: the provider's name and the model's name, both as sent. */
public record ModelRef(String provider, String model) {

    /** Rejects blank names. */
    public ModelRef {
        if (provider.isBlank() || model.isBlank()) {
            throw new IllegalArgumentException("provider and model must not be blank");
        }
    }
}
