package dev.tollgate.apikey;

import java.util.HexFormat;

/** The SHA-256 of a secret, in hexadecimal digits. */
record SecretHash(String digits) {

    static SecretHash of(byte[] hash) {
        return new SecretHash(HexFormat.of().formatHex(hash));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(digits);
    }
}
