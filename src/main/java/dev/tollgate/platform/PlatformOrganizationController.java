package dev.tollgate.platform;

import dev.tollgate.access.Members;
import dev.tollgate.organization.RegisteredOrganization;
import dev.tollgate.organization.Suspension;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Maps organizations as operators see them. */
@Controller
class PlatformOrganizationController {

    private static final String TYPE = "PlatformOrganization";

    private final Members members;

    PlatformOrganizationController(Members members) {
        this.members = members;
    }

    @SchemaMapping(typeName = TYPE)
    String id(RegisteredOrganization registered) {
        return GlobalIds.of(registered.organization().id());
    }

    @SchemaMapping(typeName = TYPE)
    String slug(RegisteredOrganization registered) {
        return registered.organization().slug();
    }

    @SchemaMapping(typeName = TYPE)
    String name(RegisteredOrganization registered) {
        return registered.organization().name();
    }

    @SchemaMapping(typeName = TYPE)
    String timeZone(RegisteredOrganization registered) {
        return registered.organization().timeZone().getId();
    }

    @SchemaMapping(typeName = TYPE)
    OrganizationStatus status(RegisteredOrganization registered) {
        return registered.suspension() == null ? OrganizationStatus.ACTIVE : OrganizationStatus.SUSPENDED;
    }

    @SchemaMapping(typeName = TYPE)
    @Nullable
    Instant suspendedAt(RegisteredOrganization registered) {
        Suspension suspension = registered.suspension();
        return suspension == null ? null : suspension.since();
    }

    @SchemaMapping(typeName = TYPE)
    @Nullable
    String suspensionReason(RegisteredOrganization registered) {
        Suspension suspension = registered.suspension();
        return suspension == null ? null : suspension.reason();
    }

    @BatchMapping(typeName = TYPE)
    Map<RegisteredOrganization, Integer> memberCount(List<RegisteredOrganization> page) {
        var counts = members.counts(
                page.stream().map(registered -> registered.organization().id()).toList());
        return page.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        registered ->
                                counts.getOrDefault(registered.organization().id(), 0)));
    }
}
