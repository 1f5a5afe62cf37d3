package dev.tollgate.rollup;

import dev.tollgate.core.SettingException;
import dev.tollgate.core.TimeWindow;
import dev.tollgate.organization.Organization;
import dev.tollgate.organization.Organizations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.NoSuchElementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * {@code --rebuild=<slug>}, with {@code --from=<date>} and {@code --to=<date>} (exclusive): rebuilds an organization's cells at
 * the start, while this and other nodes go on working. Default: all that the ledger holds. {@code
 * --rebuild} alone: of every organization.
 */
@Component
class RebuildCommand implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(RebuildCommand.class);

    /** Events may be a little ahead, and so in the day after. */
    private static final Duration AHEAD = Duration.ofHours(1);

    private final Organizations organizations;
    private final CellRebuild rebuild;
    private final Clock clock;

    RebuildCommand(Organizations organizations, CellRebuild rebuild, Clock clock) {
        this.organizations = organizations;
        this.rebuild = rebuild;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<String> slugs = arguments.getOptionValues("rebuild");
        if (slugs != null) {
            organizations(slugs).forEach(organization -> rebuild(organization, arguments));
        }
    }

    private List<Organization> organizations(List<String> slugs) {
        return slugs.isEmpty()
                ? organizations.all()
                : slugs.stream().map(this::organization).toList();
    }

    private Organization organization(String slug) {
        return organizations
                .findBySlug(slug)
                .orElseThrow(() -> new SettingException("--rebuild: there is no organization " + slug + "."));
    }

    private void rebuild(Organization organization, ApplicationArguments arguments) {
        Instant from = date(arguments, "from", organization, Instant.EPOCH);
        Instant to = date(arguments, "to", organization, clock.instant().plus(AHEAD));
        if (!from.isBefore(to)) {
            throw new SettingException("--from must be a date before --to.");
        }
        log.info("Rebuilding the cells of {} …", organization.slug());
        rebuild.rebuild(organization.id(), new TimeWindow(from, to));
        log.info("The cells of {} are rebuilt.", organization.slug());
    }

    private static Instant date(
            ApplicationArguments arguments, String option, Organization organization, Instant ifAbsent) {
        List<String> given = arguments.getOptionValues(option);
        if (given == null) {
            return ifAbsent;
        }
        try {
            return LocalDate.parse(given.getLast())
                    .atStartOfDay(organization.timeZone())
                    .toInstant();
        } catch (DateTimeParseException | NoSuchElementException e) {
            throw new SettingException("--%s must be a date, such as 2026-01-31.".formatted(option), e);
        }
    }
}
