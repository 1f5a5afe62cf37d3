package dev.tollgate.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Asks a starting Redis whether it is ready: it listens before its data is loaded. */
record RedisProbe(int port, String password) {

    private static final Duration PAUSE = Duration.ofMillis(20);

    /** Waits until Redis answers; false when it has not for so long. */
    boolean awaitReady(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!answers()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }

    boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            socket.setSoTimeout(1_000);
            String question = "AUTH " + password + "\r\nPING\r\n";
            socket.getOutputStream().write(question.getBytes(StandardCharsets.US_ASCII));
            return "+OK".equals(reader.readLine()) && "+PONG".equals(reader.readLine());
        } catch (IOException _) {
            return false;
        }
    }
}
