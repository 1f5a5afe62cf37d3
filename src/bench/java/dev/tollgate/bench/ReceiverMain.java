package dev.tollgate.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Many subscribers in a process of its own, on raw sockets, so that counting what arrives costs little and none of it is the
 * server's. Arguments: a port of this machine, and a file with a {@link Subscription} a line. Says {@code ready} once all have
 * been told something; then answers each line it reads: {@code count}, {@code log FILE}, {@code end}. Ends with its input.
 */
final class ReceiverMain {

    private ReceiverMain() {}

    /** Runs until the input ends. */
    public static void main(String[] arguments) throws IOException {
        List<Subscription> subscriptions = Files.readAllLines(Path.of(arguments[1])).stream()
                .map(Subscription::parse)
                .toList();
        InetSocketAddress server =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
        ReceiverLoop loop = new ReceiverLoop(server, subscriptions, () -> System.out.println("ready"));
        Thread.ofPlatform().daemon().start(() -> runToTheEnd(loop));
        try (BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String command = commands.readLine(); command != null; command = commands.readLine()) {
                System.out.println(answer(loop, command));
            }
        }
    }

    private static void runToTheEnd(ReceiverLoop loop) {
        try {
            loop.run();
        } finally {
            Runtime.getRuntime().halt(1);
        }
    }

    private static String answer(ReceiverLoop loop, String command) throws IOException {
        if (command.startsWith("log ")) {
            loop.log(new TickLog(Path.of(command.substring(4))));
            return "logging";
        }
        if (command.equals("end")) {
            loop.log(null);
            return "ended";
        }
        return loop.count().line();
    }
}
