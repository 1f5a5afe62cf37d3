package dev.tollgate.access;

import dev.tollgate.audit.Cause;
import dev.tollgate.core.ProblemException;
import dev.tollgate.core.SettingException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** {@code --grant-operator=<email>}: makes a person a platform operator at the start, for whoever has the machine and no operator left. */
@Component
class GrantOperatorCommand implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(GrantOperatorCommand.class);

    private final Operators operators;

    GrantOperatorCommand(Operators operators) {
        this.operators = operators;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<String> addresses = arguments.getOptionValues("grant-operator");
        if (addresses != null) {
            addresses.forEach(this::grant);
        }
    }

    private void grant(String address) {
        try {
            operators.grant(Cause.TOLLGATE, address);
        } catch (ProblemException refused) {
            throw new SettingException("--grant-operator: " + refused.getMessage());
        }
        log.info("{} is a platform operator.", address);
    }
}
