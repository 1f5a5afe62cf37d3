package dev.tollgate.usage;

/** Where a cost comes from. */
public enum CostProvenance {
    /** It was reported with the event. */
    PROVIDER(0),
    /** It was computed from the price at the time of the call. */
    PRICED(1),
    /** No price is known; there is no cost. */
    UNPRICED(2);

    private final int code;

    CostProvenance(int code) {
        this.code = code;
    }

    /** The number the database stores it as. */
    public int code() {
        return code;
    }

    /** The constant that the database stores as this number. */
    public static CostProvenance ofCode(int code) {
        for (CostProvenance value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        throw new IllegalArgumentException("no CostProvenance is stored as " + code);
    }
}
