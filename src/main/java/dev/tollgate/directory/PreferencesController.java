package dev.tollgate.directory;

import dev.tollgate.access.Preferences;
import dev.tollgate.access.Preferences.ColorScheme;
import dev.tollgate.access.Profiles;
import dev.tollgate.access.Viewer;
import dev.tollgate.access.ViewerAuthentication;
import java.util.Optional;
import org.springframework.graphql.data.ArgumentValue;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers how people want pages to look. */
@Controller
class PreferencesController {

    private final Profiles profiles;

    PreferencesController(Profiles profiles) {
        this.profiles = profiles;
    }

    @SchemaMapping
    Optional<Preferences> preferences(Viewer viewer) {
        return viewer.identity() instanceof Viewer.Person(var self)
                ? Optional.of(profiles.preferences(self))
                : Optional.empty();
    }

    @MutationMapping
    PreferencesPayload updatePreferences(@Argument PreferencesInput input, ViewerAuthentication authentication) {
        return new PreferencesPayload(profiles.prefer(
                authentication.getPrincipal().organization(),
                authentication.cause(),
                People.self(authentication),
                input::onTopOf));
    }

    /** What is left out stays as it was; null takes the choice back. */
    record PreferencesInput(ArgumentValue<String> locale, ArgumentValue<ColorScheme> colorScheme) {

        Preferences onTopOf(Preferences before) {
            return new Preferences(
                    locale.isOmitted() ? before.locale() : locale.value(),
                    colorScheme.isOmitted() ? before.colorScheme() : colorScheme.value());
        }
    }

    record PreferencesPayload(Preferences preferences) {}
}
