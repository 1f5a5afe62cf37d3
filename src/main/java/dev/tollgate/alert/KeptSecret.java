package dev.tollgate.alert;

/**
 * A signing secret as it is stored: sealed, or as it is where it was made before a master key was set.
 *
 * @param text what is stored; empty where there is none
 */
public record KeptSecret(String text) {

    static final KeptSecret NONE = new KeptSecret("");

    @Override
    public String toString() {
        return "KeptSecret";
    }
}
