package dev.tollgate.quota.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import dev.tollgate.core.Scope;
import dev.tollgate.quota.Admission;
import dev.tollgate.quota.CallAmounts;
import dev.tollgate.quota.Ending;
import dev.tollgate.quota.QuotaContext;
import dev.tollgate.quota.QuotaGate;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code POST /v1/quotas/reservations} and what becomes of them. */
@RestController
class QuotaReservationsController {

    private final QuotaGate gate;

    QuotaReservationsController(QuotaGate gate) {
        this.gate = gate;
    }

    /** A reservation that was granted. */
    record Reservation(String id, Instant expiresAt) {}

    /** A reservation that is over. */
    record Ended(String id, Ending status) {}

    @PostMapping("/v1/quotas/reservations")
    ResponseEntity<?> reserve(
            @AuthenticationPrincipal Viewer viewer, @RequestBody(required = false) @Nullable JsonNode body) {
        viewer.require(Scope.GATEWAY_CALL);
        ReservationBody call = new ReservationBody(body);
        QuotaContext context = context(call, viewer);
        return switch (gate.reserve(viewer.organization(), context, call.estimate())) {
            case Admission.Granted(var id, var expiresAt) ->
                ResponseEntity.status(HttpStatus.CREATED).body(new Reservation(id, expiresAt));
            case Admission.Refused refused -> Refusal.answer(refused);
            case Admission.Unknown(var quota) ->
                throw ProblemException.retryLater(
                        ErrorCode.UNAVAILABLE,
                        "What is left of the quota " + quota.name() + " is not known now; try again.",
                        Duration.ofSeconds(RetryAfter.SOON));
        };
    }

    @PostMapping("/v1/quotas/reservations/{id}/settle")
    Ended settle(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable JsonNode body) {
        viewer.require(Scope.GATEWAY_CALL);
        CallAmounts used = new ReservationBody(body).used();
        return ended(id, gate.settle(viewer.organization(), id, used), Ending.SETTLED);
    }

    @PostMapping("/v1/quotas/reservations/{id}/release")
    ResponseEntity<Void> release(@AuthenticationPrincipal Viewer viewer, @PathVariable String id) {
        viewer.require(Scope.GATEWAY_CALL);
        ended(id, gate.release(viewer.organization(), id), Ending.RELEASED);
        return ResponseEntity.noContent().build();
    }

    private static Ended ended(String id, Ending ending, Ending expected) {
        if (ending == Ending.UNKNOWN) {
            throw ProblemException.of(ErrorCode.NOT_FOUND, "There is no such reservation.");
        }
        if (ending != expected) {
            throw ProblemException.of(
                    ErrorCode.CONFLICT,
                    ending == Ending.SETTLED ? "The reservation is settled." : "The reservation is released.");
        }
        return new Ended(id, ending);
    }

    /** As the call's event will be attributed, with the key it comes with. */
    private static QuotaContext context(ReservationBody call, Viewer viewer) {
        return viewer.identity() instanceof Viewer.Key(var id, var attribution)
                ? call.context(id.toString()).orElse(attribution)
                : call.context(null);
    }
}
