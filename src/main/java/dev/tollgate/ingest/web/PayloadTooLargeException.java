package dev.tollgate.ingest.web;

/** The request is larger than a request may be; the message names the limit. */
final class PayloadTooLargeException extends RuntimeException {

    PayloadTooLargeException(String message) {
        super(message);
    }
}
