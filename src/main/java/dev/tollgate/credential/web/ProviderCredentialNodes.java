package dev.tollgate.credential.web;

import dev.tollgate.access.Viewer;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
import dev.tollgate.core.Scope;
import dev.tollgate.credential.CredentialId;
import dev.tollgate.credential.ProviderCredential;
import dev.tollgate.credential.ProviderCredentials;
import dev.tollgate.graphql.GlobalId;
import dev.tollgate.graphql.NodeSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds provider credentials for those who may read settings. */
@Component
class ProviderCredentialNodes implements NodeSource {

    private static final String TYPE = "ProviderCredential";

    private final ProviderCredentials credentials;

    ProviderCredentialNodes(ProviderCredentials credentials) {
        this.credentials = credentials;
    }

    static String id(CredentialId id) {
        return new GlobalId(TYPE, id.toString()).encode();
    }

    /** The credential that a global id names; empty when it names something else. */
    static Optional<CredentialId> parse(String globalId) {
        return GlobalId.decode(globalId)
                .filter(global -> global.type().equals(TYPE))
                .flatMap(global -> credential(global.id()));
    }

    static ProblemException missing() {
        return ProblemException.of(ErrorCode.NOT_FOUND, "There is no such provider credential.");
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Optional<ProviderCredential> find(Viewer viewer, String id) {
        return viewer.may(Scope.CONTROL_READ)
                ? credential(id).flatMap(credential -> credentials.find(viewer.organization(), credential))
                : Optional.empty();
    }

    private static Optional<CredentialId> credential(String id) {
        try {
            return Optional.of(new CredentialId(UUID.fromString(id)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
