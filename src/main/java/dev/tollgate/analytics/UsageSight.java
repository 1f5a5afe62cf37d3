package dev.tollgate.analytics;

import dev.tollgate.access.Viewer;
import dev.tollgate.apikey.ApiKeys;
import dev.tollgate.core.ProblemException;
import dev.tollgate.core.Scope;
import dev.tollgate.usage.UsageDimension;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Whose usage a viewer may see: with USAGE_READ the organization's; a person without it that of the API keys they own, revoked ones
 * too; an API key without it none. The one place that decides it.
 */
@Component
public class UsageSight {

    private final ApiKeys keys;

    UsageSight(ApiKeys keys) {
        this.keys = keys;
    }

    /** Throws FORBIDDEN, naming the scope, when the viewer may see no usage at all. */
    public void require(Viewer viewer) {
        if (!(viewer.identity() instanceof Viewer.Person)) {
            viewer.require(Scope.USAGE_READ);
        }
    }

    /**
     * What was asked, of the calls that the viewer may see: whatever the filter says, it lets through no others.
     *
     * @throws ProblemException FORBIDDEN as {@link #require}
     */
    public SliceFilter restrict(Viewer viewer, SliceFilter asked) {
        if (!viewer.may(Scope.USAGE_READ) && viewer.identity() instanceof Viewer.Person(var self)) {
            return asked.within(
                    UsageDimension.API_KEY,
                    keys.owned(viewer.organization(), self).stream()
                            .map(Object::toString)
                            .collect(Collectors.toUnmodifiableSet()));
        }
        viewer.require(Scope.USAGE_READ);
        return asked;
    }
}
