package dev.tollgate.access;

import dev.tollgate.core.ProblemException;
import dev.tollgate.core.SettingException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * {@code --reset-password=<email>}: gives a person a new password at the start and shows it once, for an owner whom nobody else can make a
 * link for.
 */
@Component
class ResetPasswordCommand implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(ResetPasswordCommand.class);

    private final PasswordChanges passwords;

    ResetPasswordCommand(PasswordChanges passwords) {
        this.passwords = passwords;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<String> addresses = arguments.getOptionValues("reset-password");
        if (addresses != null) {
            addresses.forEach(this::reset);
        }
    }

    private void reset(String address) {
        try {
            String password = passwords.replace(address);
            log.info("The password of {} is now {} : it is shown this once.", address, password);
        } catch (ProblemException refused) {
            throw new SettingException("--reset-password: " + refused.getMessage());
        }
    }
}
