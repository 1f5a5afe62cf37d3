package dev.tollgate.graphql.websocket;

/** The kinds of frames. */
enum Opcode {
    CONTINUATION(0x0),
    TEXT(0x1),
    BINARY(0x2),
    CLOSE(0x8),
    PING(0x9),
    PONG(0xa);

    private final int code;

    Opcode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** Control frames are short, come whole, and may come between the parts of a message. */
    boolean isControl() {
        return code >= CLOSE.code;
    }

    static Opcode of(int code) throws WebSocketFailure {
        for (Opcode opcode : values()) {
            if (opcode.code == code) {
                return opcode;
            }
        }
        throw WebSocketFailure.protocol("There is no frame of this kind.");
    }
}
