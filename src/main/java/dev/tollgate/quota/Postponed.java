package dev.tollgate.quota;

import org.redisson.client.RedisException;
import org.slf4j.Logger;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionException;

/** Work in the background that failed and will be done later: of no interest while a server is away, a defect otherwise. */
final class Postponed {

    private Postponed() {}

    static void log(Logger log, String what, RuntimeException failure) {
        switch (failure) {
            case RedisException _, DataAccessResourceFailureException _, TransactionException _ ->
                log.debug("{} later: {}", what, failure.getMessage());
            default -> log.warn("{} later", what, failure);
        }
    }
}
