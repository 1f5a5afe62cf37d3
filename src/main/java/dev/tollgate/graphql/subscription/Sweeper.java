package dev.tollgate.graphql.subscription;

import dev.tollgate.access.Credential;
import dev.tollgate.access.Viewer;
import dev.tollgate.access.Viewers;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks after all connections, from one thread: whether they are alive, and whether their credentials still hold. */
@Component
class Sweeper {

    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);
    /** How long the other side may take to end a connection that this one has closed. */
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final Connections connections;
    private final Viewers viewers;
    private final SubscriptionSettings settings;

    Sweeper(Connections connections, Viewers viewers, SubscriptionSettings settings) {
        this.connections = connections;
        this.viewers = viewers;
        this.settings = settings;
    }

    /** Looks after each connection once. */
    void sweep() {
        long now = System.nanoTime();
        Map<Credential, Standing> known = new HashMap<>();
        for (Connection connection : connections.all()) {
            if (connection.closingFor(now) > FAREWELL.toNanos()) {
                connection.transport().disconnect();
            } else if (!connection.isClosing()) {
                checkLife(connection, now);
                checkRights(connection, known);
            }
        }
    }

    private void checkLife(Connection connection, long now) {
        Transport transport = connection.transport();
        if (transport.awaitsInit()
                && connection.age(now) > settings.initTimeout().toNanos()) {
            connection.close(CloseCode.INIT_TIMEOUT.because("Connection initialisation timeout"));
        } else if (connection.stuckFor(now) > settings.stuckTimeout().toNanos()) {
            connection.close(CloseCode.TRY_LATER.because("The client has read nothing for too long"));
        } else if (now - transport.heard() > settings.silence().toNanos()) {
            connection.close(CloseCode.TRY_LATER.because("Nothing was heard of the client for too long"));
        } else {
            connection.signLife(now, settings.pingInterval().toNanos());
        }
    }

    private void checkRights(Connection connection, Map<Credential, Standing> known) {
        Caller caller = connection.caller();
        if (caller != null) {
            switch (known.computeIfAbsent(caller.credential(), this::look)) {
                case Unknown() -> {}
                case Barred() ->
                    connection.close(CloseCode.FORBIDDEN.because("Forbidden: the credential may not be used now"));
                case Nobody() ->
                    connection.close(CloseCode.UNAUTHORIZED.because("Unauthorized: the credential is no longer valid"));
                case Somebody(var viewer)
                when !caller.mayStay(viewer) ->
                    connection.close(CloseCode.FORBIDDEN.because("Forbidden: the rights have changed"));
                case Somebody _ -> {}
            }
        }
    }

    private Standing look(Credential credential) {
        try {
            return viewers.of(credential).<Standing>map(Somebody::new).orElseGet(Nobody::new);
        } catch (ProblemException refused) {
            return refused.code() == ErrorCode.FORBIDDEN ? new Barred() : new Unknown();
        } catch (RuntimeException failure) {
            log.debug("A credential cannot be looked up now", failure);
            return new Unknown();
        }
    }

    /** What a credential is worth now. */
    private sealed interface Standing {}

    private record Somebody(Viewer viewer) implements Standing {}

    private record Nobody() implements Standing {}

    /** It is valid, and may do nothing: its organization is suspended. */
    private record Barred() implements Standing {}

    /** It cannot be looked up, which is no reason to call it wrong. */
    private record Unknown() implements Standing {}
}
