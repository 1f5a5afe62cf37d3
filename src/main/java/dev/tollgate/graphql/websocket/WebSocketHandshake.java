package dev.tollgate.graphql.websocket;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collections;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The HTTP request that becomes a WebSocket. */
public final class WebSocketHandshake {

    private static final String KEY = "Sec-WebSocket-Key";
    private static final String ACCEPT = "Sec-WebSocket-Accept";
    private static final String VERSION = "Sec-WebSocket-Version";
    private static final String PROTOCOL = "Sec-WebSocket-Protocol";
    /** The only version there ever was. */
    private static final String THIRTEEN = "13";
    /** From the RFC; what it proves is that the server knows of WebSockets. */
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private static final int KEY_BYTES = 16;

    private final HttpServletRequest request;
    private final HttpServletResponse response;

    /** The handshake that a request asks for. */
    public WebSocketHandshake(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
    }

    /** Whether the request asks for one. */
    public static boolean isMeant(HttpServletRequest request) {
        return "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
    }

    /** Whether the client speaks the subprotocol. */
    public boolean offers(String protocol) {
        return Collections.list(request.getHeaders(PROTOCOL)).stream()
                .flatMap(header -> Stream.of(header.split(",")))
                .map(String::strip)
                .anyMatch(protocol::equals);
    }

    /**
     * Makes the connection a WebSocket, or answers that the request is wrong.
     *
     * @param protocol the subprotocol chosen; null: none
     * @param maxMessage how many bytes a message of the client may have
     */
    public void accept(@Nullable String protocol, WebSocketListener listener, int maxMessage)
            throws IOException, ServletException {
        String key = request.getHeader(KEY);
        if (!THIRTEEN.equals(request.getHeader(VERSION))) {
            response.setHeader(VERSION, THIRTEEN);
            response.setStatus(HttpStatus.UPGRADE_REQUIRED.value());
        } else if (!request.getMethod().equals("GET") || key == null || !isKey(key) || !connectionIsUpgraded()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        } else {
            response.setHeader(HttpHeaders.UPGRADE, "websocket");
            response.setHeader(HttpHeaders.CONNECTION, "Upgrade");
            response.setHeader(ACCEPT, accept(key.strip()));
            if (protocol != null) {
                response.setHeader(PROTOCOL, protocol);
            }
            request.upgrade(TomcatWebSocket.class).listen(listener, maxMessage);
        }
    }

    private boolean connectionIsUpgraded() {
        return Collections.list(request.getHeaders(HttpHeaders.CONNECTION)).stream()
                .flatMap(header -> Stream.of(header.split(",")))
                .anyMatch(option -> option.strip().equalsIgnoreCase("upgrade"));
    }

    private static boolean isKey(String key) {
        try {
            return Base64.getDecoder().decode(key.strip()).length == KEY_BYTES;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static String accept(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
