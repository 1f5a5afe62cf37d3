package dev.tollgate;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Tollgate: one process that ingests, rolls up and answers. */
@SpringBootApplication
public class TollgateApplication {

    /** Runs the application with Spring Boot's usual arguments. */
    public static void main(String[] args) {
        SpringApplication.run(TollgateApplication.class, args);
    }
}
