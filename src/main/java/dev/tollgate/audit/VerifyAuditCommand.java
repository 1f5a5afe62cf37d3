package dev.tollgate.audit;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.SettingException;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** {@code --verify-audit=<slug>}: follows the chain of an organization's audit log at the start, and ends the start where it is broken. */
@Component
class VerifyAuditCommand implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(VerifyAuditCommand.class);

    private static final String FIND = "SELECT organization_id FROM organization WHERE slug = ?";

    private final AuditVerifier verifier;
    private final DSLContext sql;

    VerifyAuditCommand(AuditVerifier verifier, DSLContext sql) {
        this.verifier = verifier;
        this.sql = sql;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<String> slugs = arguments.getOptionValues("verify-audit");
        if (slugs != null) {
            slugs.forEach(this::verify);
        }
    }

    private void verify(String slug) {
        UUID id = sql.resultQuery(FIND, slug)
                .fetchOptional(0, UUID.class)
                .orElseThrow(() -> new SettingException("--verify-audit: there is no organization " + slug + "."));
        AuditVerification found = verifier.verify(new OrganizationId(id));
        if (!found.intact()) {
            throw new SettingException(
                    "--verify-audit: the audit log of %s is broken at entry %d.".formatted(slug, found.brokenAt()));
        }
        log.info("The audit log of {} is as it was written: {} entries.", slug, found.entries());
    }
}
