package dev.tollgate.graphql.subscription;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.graphql.wire.Outbox;
import dev.tollgate.graphql.wire.Pipe;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The connections of this node. */
@Component
class Connections {

    private final SubscriptionSettings settings;
    private final SubscriptionMetrics metrics;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final Tally byOrganization;
    private volatile boolean closing;

    Connections(SubscriptionSettings settings, SubscriptionMetrics metrics) {
        this.settings = settings;
        this.metrics = metrics;
        this.byOrganization = new Tally(settings.maxConnections());
    }

    /** A new connection, of nobody yet. */
    Connection open(Transport transport, Pipe pipe) {
        Outbox outbox = new Outbox(
                pipe, settings.maxQueuedFrames(), settings.maxQueuedSize().toBytes());
        Connection connection = new Connection(transport, outbox, this);
        open.add(connection);
        metrics.connections(1);
        return connection;
    }

    /** Says who has the connection; false when their organization has too many. */
    boolean admit(Connection connection, Caller caller) {
        OrganizationId organization = caller.viewer().organization();
        if (!byOrganization.add(organization)) {
            return false;
        }
        if (!connection.admit(caller)) {
            byOrganization.remove(organization);
        }
        return true;
    }

    void remove(Connection connection) {
        if (open.remove(connection)) {
            metrics.connections(-1);
            Caller caller = connection.caller();
            if (caller != null) {
                byOrganization.remove(caller.viewer().organization());
            }
        }
    }

    /** Says whether the node goes down, so that nobody is let in. */
    void setClosing(boolean now) {
        closing = now;
    }

    boolean areClosing() {
        return closing;
    }

    Set<Connection> all() {
        return open;
    }

    SubscriptionMetrics metrics() {
        return metrics;
    }

    /** How many connections an organization has. */
    int count(OrganizationId organization) {
        return byOrganization.count(organization);
    }

    /** Nobody is connected, and nothing remembered of those who were. */
    boolean isEmpty() {
        return open.isEmpty() && byOrganization.isEmpty();
    }
}
