package dev.tollgate.usage;

/** How a call ended. */
public enum UsageStatus {
    /** It succeeded. */
    SUCCESS(0),
    /** It failed. */
    ERROR(1);

    private final int code;

    UsageStatus(int code) {
        this.code = code;
    }

    /** The number the database stores it as. */
    public int code() {
        return code;
    }

    /** The constant that the database stores as this number. */
    public static UsageStatus ofCode(int code) {
        for (UsageStatus value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        throw new IllegalArgumentException("no UsageStatus is stored as " + code);
    }
}
