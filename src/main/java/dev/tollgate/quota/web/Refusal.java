package dev.tollgate.quota.web;

import dev.tollgate.core.ErrorCode;
import dev.tollgate.live.ControlSignal.QuotaMetric;
import dev.tollgate.quota.Admission;
import java.math.BigDecimal;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** A refused reservation as problem details have it. */
final class Refusal {

    private Refusal() {}

    /** The quota in the way, as the problem's member {@code quota}. */
    record RefusingQuota(String id, String name, QuotaMetric metric, BigDecimal limit, BigDecimal used) {}

    static ResponseEntity<ProblemDetail> answer(Admission.Refused refused) {
        long seconds = RetryAfter.seconds(refused.retryAfter());
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(HttpStatus.TOO_MANY_REQUESTS, sentence(refused));
        detail.setType(URI.create("urn:tollgate:problem:quota-exceeded"));
        detail.setTitle(HttpStatus.TOO_MANY_REQUESTS.getReasonPhrase());
        detail.setProperty("code", ErrorCode.QUOTA_EXCEEDED.name());
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

    private static String sentence(Admission.Refused refused) {
        String name = refused.quota().name();
        return switch (refused.reason()) {
            case EXCEEDED -> "The call does not fit into what is left of the quota " + name + ".";
            case RESERVED -> "What is left of the quota " + name + " is reserved by other calls.";
            case THROTTLED -> "Calls come too fast for what is left of the quota " + name + ".";
        };
    }
}
