package dev.tollgate.directory;

import dev.tollgate.access.Viewer;
import dev.tollgate.audit.AuditEntry;
import dev.tollgate.audit.AuditFilter;
import dev.tollgate.audit.AuditTrail;
import dev.tollgate.audit.AuditVerification;
import dev.tollgate.audit.AuditVerifier;
import dev.tollgate.core.Scope;
import dev.tollgate.graphql.Connection;
import dev.tollgate.graphql.Cursors;
import dev.tollgate.graphql.PageSize;
import dev.tollgate.organization.Organization;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** Answers {@code Organization.auditLog} and {@code Organization.auditVerification}. */
@Controller
class AuditLogController {

    private static final int LARGEST_PAGE = 100;

    private final AuditTrail trail;
    private final ShownAuditEntries shown;
    private final AuditVerifier verifier;

    AuditLogController(AuditTrail trail, ShownAuditEntries shown, AuditVerifier verifier) {
        this.trail = trail;
        this.shown = shown;
        this.verifier = verifier;
    }

    @SchemaMapping
    Connection<ShownAuditEntry> auditLog(
            Organization organization,
            @Argument @Nullable AuditFilterInput filter,
            @Argument int first,
            @Argument @Nullable String after,
            @AuthenticationPrincipal Viewer viewer) {
        viewer.require(Scope.CONTROL_READ);
        int size = PageSize.of(first, LARGEST_PAGE);
        AuditFilter asked = filter == null ? AuditFilter.ALL : filter.toFilter();
        Long before = after == null ? null : sequence(after);
        List<AuditEntry> found = trail.list(organization.id(), asked, before, size + 1);
        return Connection.of(
                shown.of(organization.id(), found.subList(0, Math.min(size, found.size()))),
                entry -> Cursors.encode(Long.toString(entry.sequence())),
                before != null,
                found.size() > size,
                trail.count(organization.id(), asked));
    }

    @SchemaMapping
    AuditVerification auditVerification(Organization organization, @AuthenticationPrincipal Viewer viewer) {
        viewer.require(Scope.ADMIN);
        return verifier.verify(organization.id());
    }

    private static long sequence(String cursor) {
        try {
            return Long.parseLong(Cursors.decode(cursor, 1).getFirst());
        } catch (NumberFormatException e) {
            throw Cursors.malformed(e);
        }
    }
}
