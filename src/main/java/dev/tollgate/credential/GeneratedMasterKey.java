package dev.tollgate.credential;

/**
 * The master key of an installation that keeps its data itself and where none is set.
 *
 * @param text the key as it would be set
 */
public record GeneratedMasterKey(String text) {

    @Override
    public String toString() {
        return "GeneratedMasterKey";
    }
}
