package dev.tollgate.quota;

import dev.tollgate.live.ControlSignal.QuotaStatus;
import java.time.Instant;

/** A status that everybody was told, and the end of the period it is of. */
record ToldStatus(QuotaStatus status, Instant periodEnd) {}
