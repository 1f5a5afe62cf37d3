package dev.tollgate.directory;

import dev.tollgate.access.Accounts;
import dev.tollgate.apikey.ApiKeys;
import dev.tollgate.audit.AuditEntry;
import dev.tollgate.core.AccountId;
import dev.tollgate.core.Actor;
import dev.tollgate.core.ApiKeyId;
import dev.tollgate.core.OrganizationId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Prepares a page of the audit log: the actors' names are looked up together. */
@Component
class ShownAuditEntries {

    private final Accounts accounts;
    private final ApiKeys keys;
    private final JsonMapper json;

    ShownAuditEntries(Accounts accounts, ApiKeys keys, JsonMapper json) {
        this.accounts = accounts;
        this.keys = keys;
        this.json = json;
    }

    List<ShownAuditEntry> of(OrganizationId organization, List<AuditEntry> entries) {
        Map<Actor, String> names = names(organization, entries);
        return entries.stream()
                .map(entry -> new ShownAuditEntry(
                        entry, names.get(entry.actor()), fields(entry.before()), fields(entry.after())))
                .toList();
    }

    private Map<Actor, String> names(OrganizationId organization, List<AuditEntry> entries) {
        Map<Actor, String> names = new HashMap<>();
        List<ApiKeyId> keyIds = entries.stream()
                .map(AuditEntry::actor)
                .filter(Actor.Key.class::isInstance)
                .map(actor -> ((Actor.Key) actor).apiKey())
                .distinct()
                .toList();
        keys.labels(organization, keyIds).forEach((id, name) -> names.put(new Actor.Key(id), name));
        List<AccountId> people = entries.stream()
                .map(AuditEntry::actor)
                .filter(Actor.Person.class::isInstance)
                .map(actor -> ((Actor.Person) actor).account())
                .distinct()
                .toList();
        accounts.find(people).forEach((id, account) -> names.put(new Actor.Person(id), account.name()));
        return names;
    }

    private @Nullable Object fields(@Nullable String text) {
        return text == null ? null : json.readValue(text, Map.class);
    }
}
