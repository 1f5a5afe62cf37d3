package dev.tollgate.core;

/** Where token counts come from. */
public enum TokenProvenance {
    /** The provider reported them. */
    PROVIDER(0),
    /** Somebody estimated them. */
    ESTIMATED(1),
    /** There are none. */
    MISSING(2);

    private final int code;

    TokenProvenance(int code) {
        this.code = code;
    }

    /** The number the database stores it as. */
    public int code() {
        return code;
    }

    /** The constant that the database stores as this number. */
    public static TokenProvenance ofCode(int code) {
        for (TokenProvenance value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        throw new IllegalArgumentException("no TokenProvenance is stored as " + code);
    }
}
