package dev.tollgate.quota.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.live.ControlSignal.QuotaMetric;
import dev.tollgate.quota.Admission;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** A refused reservation as problem details have it. */
final class Refusal {

    private Refusal() {}

    /** The quota in the way, as the problem's member {@code quota}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RefusingQuota(
            String id,
            String name,
            @Nullable QuotaMetric metric,
            @Nullable BigDecimal limit,
            @Nullable BigDecimal used) {}

    static ResponseEntity<ProblemDetail> answer(Admission.Refused refused) {
        long seconds = RetryAfter.seconds(refused.retryAfter());
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(HttpStatus.TOO_MANY_REQUESTS, sentence(refused));
        ErrorCode code = code(refused);
        detail.setType(URI.create(
                "urn:tollgate:problem:" + code.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        detail.setTitle(HttpStatus.TOO_MANY_REQUESTS.getReasonPhrase());
        detail.setProperty("code", code.name());
        detail.setProperty("reason", refused.reason());
        detail.setProperty(
                "quota",
                new RefusingQuota(
                        QuotaNodes.id(refused.quota().id()),
                        refused.quota().name(),
                        refused.metric(),
                        refused.limit(),
                        refused.used()));
        detail.setProperty("retryAfterSeconds", seconds);
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    private static ErrorCode code(Admission.Refused refused) {
        return refused.reason() == Admission.Reason.RATE_LIMITED ? ErrorCode.RATE_LIMITED : ErrorCode.QUOTA_EXCEEDED;
    }

    private static String sentence(Admission.Refused refused) {
        String name = refused.quota().name();
        return switch (refused.reason()) {
            case EXCEEDED -> "The call does not fit into what is left of the quota " + name + ".";
            case RESERVED -> "What is left of the quota " + name + " is reserved by other calls.";
            case RATE_LIMITED -> "Calls come faster than the rate of the quota " + name + ".";
            case THROTTLED -> "Calls come too fast for what is left of the quota " + name + ".";
        };
    }
}
