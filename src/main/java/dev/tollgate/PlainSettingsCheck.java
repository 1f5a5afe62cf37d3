package dev.tollgate;

import dev.tollgate.core.SettingException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Looks at the settings that can be judged without starting anything. */
class PlainSettingsCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final int LAST_PORT = 65_535;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        port(environment.getProperty("server.port"));
        trueOrFalse("TOLLGATE_DEMO", environment.getProperty("tollgate.demo"));
    }

    private static void port(@Nullable String value) {
        if (value == null) {
            return;
        }
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > LAST_PORT) {
            throw new SettingException("TOLLGATE_PORT must be a port from 1 to 65535, or 0 for any free one.");
        }
    }

    private static void trueOrFalse(String name, @Nullable String value) {
        if (value != null && !value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            throw new SettingException(name + " must be true or false.");
        }
    }
}
