package dev.tollgate.quota.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import dev.tollgate.core.Scope;
import dev.tollgate.graphql.GlobalId;
import dev.tollgate.graphql.NodeSource;
import dev.tollgate.quota.Quota;
import dev.tollgate.quota.QuotaId;
import dev.tollgate.quota.Quotas;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds quotas for those who may read settings. */
@Component
class QuotaNodes implements NodeSource {

    static final String TYPE = "Quota";

    private final Quotas quotas;

    QuotaNodes(Quotas quotas) {
        this.quotas = quotas;
    }

    static String id(QuotaId id) {
        return new GlobalId(TYPE, id.toString()).encode();
    }

    /** The quota that a global id names; empty when it names something else. */
    static Optional<QuotaId> parse(String globalId) {
        return GlobalId.decode(globalId)
                .filter(global -> global.type().equals(TYPE))
                .flatMap(global -> quota(global.id()));
    }

    static ProblemException missing() {
        return ProblemException.of(ErrorCode.NOT_FOUND, "There is no such quota.");
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Optional<Quota> find(Viewer viewer, String id) {
        return viewer.may(Scope.CONTROL_READ)
                ? quota(id).flatMap(quota -> quotas.find(viewer.organization(), quota))
                : Optional.empty();
    }

    private static Optional<QuotaId> quota(String id) {
        try {
            return Optional.of(new QuotaId(UUID.fromString(id)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
