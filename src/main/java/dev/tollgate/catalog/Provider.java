package dev.tollgate.catalog;

/**
 * A company or service that runs models.
 *
 * @param name the name used in events
 * @param label the name shown to people
 */
public record Provider(String name, String label) {

    /** The provider of that name, with the label the catalogue knows for it. */
    public static Provider named(String name) {
        return new Provider(name, ProviderNames.label(name));
    }
}
