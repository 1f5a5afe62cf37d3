package dev.tollgate.ingest;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The limits of ingest.
 *
 * @param maxEvents the most events in a request
 * @param maxBytes the largest request, unpacked
 * @param queuedEvents the most events that may wait to be committed on this node; more are refused until there is room
 * @param commitEvents the most events in one commit
 */
@ConfigurationProperties("tollgate.ingest")
public record IngestSettings(
        @DefaultValue("50000") int maxEvents,
        @DefaultValue("16MB") DataSize maxBytes,
        @DefaultValue("200000") int queuedEvents,
        @DefaultValue("5000") int commitEvents) {

    /** Rejects limits that would let nothing in. */
    public IngestSettings {
        if (maxEvents < 1 || maxBytes.toBytes() < 1 || commitEvents < 1) {
            throw new IllegalArgumentException(
                    "tollgate.ingest.max-events, tollgate.ingest.max-bytes and tollgate.ingest.commit-events must be at least 1");
        }
        if (queuedEvents < maxEvents) {
            throw new IllegalArgumentException(
                    "tollgate.ingest.queued-events must be at least tollgate.ingest.max-events, or a full request never fits");
        }
    }
}
