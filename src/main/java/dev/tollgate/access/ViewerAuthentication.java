package dev.tollgate.access;

import dev.tollgate.audit.Cause;
import dev.tollgate.core.Scope;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** The viewer in the form that Spring Security passes on: the principal is a {@link Viewer}. Never kept in a session. */
public final class ViewerAuthentication extends AbstractAuthenticationToken {

    private final transient Viewer viewer;
    private final transient @Nullable String address;
    private final transient @Nullable String session;

    /**
     * An authentication that holds.
     *
     * @param address where the request comes from; null when it is not known
     */
    public ViewerAuthentication(Viewer viewer, @Nullable String address) {
        this(viewer, address, null);
    }

    /**
     * An authentication that holds, by a browser's session.
     *
     * @param session the session's id; null when it is none
     */
    public ViewerAuthentication(Viewer viewer, @Nullable String address, @Nullable String session) {
        super(AuthorityUtils.createAuthorityList(
                viewer.scopes().stream().map(Scope::name).toList()));
        this.viewer = viewer;
        this.address = address;
        this.session = session;
        setAuthenticated(true);
    }

    @Override
    public Viewer getPrincipal() {
        return viewer;
    }

    /** Why the viewer changes something, to be told to the audit trail. */
    public Cause cause() {
        return new Cause(viewer.actor(), address, null);
    }

    /** The id of the browser's session; empty when it is none. */
    public Optional<String> session() {
        return Optional.ofNullable(session);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ViewerAuthentication authentication && viewer.equals(authentication.viewer);
    }

    @Override
    public int hashCode() {
        return Objects.hash(viewer);
    }
}
