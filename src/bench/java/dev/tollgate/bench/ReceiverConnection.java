package dev.tollgate.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One subscriber: the handshake, the protocol's beginning, and then ticks. */
final class ReceiverConnection {

    private static final byte[] NEXT = "\"type\":\"next\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ACK = "\"type\":\"connection_ack\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PING = "\"type\":\"ping\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ReceiverLoop loop;
    private final int number;
    private final SocketChannel channel;
    private final Subscription subscription;
    private byte[] rest = new byte[0];
    private boolean upgraded;
    private boolean subscribed;
    private boolean told;
    private int messageLength;

    ReceiverConnection(ReceiverLoop loop, int number, SocketChannel channel, Subscription subscription) {
        this.loop = loop;
        this.number = number;
        this.channel = channel;
        this.subscription = subscription;
    }

    int number() {
        return number;
    }

    boolean subscribed() {
        return subscribed;
    }

    boolean told() {
        return told;
    }

    /** Goes on as the socket allows; the bytes are room to read into. */
    void proceed(SelectionKey key, byte[] bytes) throws IOException {
        if (key.isConnectable()) {
            channel.finishConnect();
            key.interestOps(SelectionKey.OP_READ);
            write(upgrade().getBytes(StandardCharsets.US_ASCII));
            return;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes).put(rest);
        if (channel.read(buffer) < 0) {
            throw new IOException("the server hung up");
        }
        int used = read(bytes, buffer.position());
        rest = Arrays.copyOfRange(bytes, used, buffer.position());
    }

    private String upgrade() throws IOException {
        return "GET /graphql HTTP/1.1\r\nHost: "
                + channel.getRemoteAddress().toString().replaceAll(".*/", "")
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n";
    }

    /** Reads what is complete and says where the rest begins. */
    private int read(byte[] bytes, int limit) throws IOException {
        int at = upgraded ? 0 : readHead(bytes, limit);
        if (!upgraded) {
            return at;
        }
        for (@Nullable Frame frame = Frame.at(bytes, at, limit); frame != null; frame = Frame.at(bytes, at, limit)) {
            read(frame, bytes);
            at = frame.to();
        }
        return at;
    }

    private int readHead(byte[] bytes, int limit) throws IOException {
        Bytes head = new Bytes(bytes, 0, limit);
        if (!head.contains(END_OF_HEAD)) {
            return 0;
        }
        if (!head.toString().startsWith("HTTP/1.1 101")) {
            throw new IOException(head.toString());
        }
        upgraded = true;
        send(subscription.initialize());
        return head.after(END_OF_HEAD);
    }

    private void read(Frame frame, byte[] bytes) throws IOException {
        switch (frame.opcode()) {
            case Frame.TEXT -> readText(frame, new Bytes(bytes, frame.from(), frame.to()));
            case Frame.CONTINUATION -> readMore(frame);
            case Frame.PING -> write(Frame.ofClient(Frame.PONG, Arrays.copyOfRange(bytes, frame.from(), frame.to())));
            case Frame.CLOSE -> throw new IOException("closed: " + closeReason(bytes, frame));
            default -> {}
        }
    }

    private void readText(Frame frame, Bytes message) throws IOException {
        if (message.edgesContain(NEXT)) {
            messageLength = 0;
            loop.received(number, message);
            readMore(frame);
            if (!told) {
                told = true;
                loop.settled();
            }
        } else if (message.contains(ACK)) {
            send(subscription.subscribe());
            subscribed = true;
            loop.connected();
        } else if (message.contains(PING)) {
            send("{\"type\":\"pong\"}");
        } else {
            throw new IOException(message.toString());
        }
    }

    /** A long message may come in several frames. */
    private void readMore(Frame frame) {
        messageLength += frame.length();
        if (frame.last()) {
            loop.received(messageLength);
        }
    }

    private static String closeReason(byte[] bytes, Frame frame) {
        return frame.length() < 2
                ? "without a code"
                : (((bytes[frame.from()] & 0xff) << 8) | (bytes[frame.from() + 1] & 0xff))
                        + new Bytes(bytes, frame.from() + 2, frame.to()).toString();
    }

    private void send(String message) throws IOException {
        write(Frame.ofClient(Frame.TEXT, message.getBytes(StandardCharsets.UTF_8)));
    }

    /** So little is ever sent that the socket always takes it. */
    private void write(byte[] bytes) throws IOException {
        ByteBuffer out = ByteBuffer.wrap(bytes);
        while (out.hasRemaining()) {
            channel.write(out);
        }
    }
}
