package dev.tollgate.directory;

import dev.tollgate.access.Account;
import dev.tollgate.access.Accounts;
import dev.tollgate.access.Viewer;
import dev.tollgate.graphql.GlobalId;
import dev.tollgate.graphql.NodeSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the person who is asking, and no other. */
@Component
class UserNodes implements NodeSource {

    static final String TYPE = "User";

    private final Accounts accounts;

    UserNodes(Accounts accounts) {
        this.accounts = accounts;
    }

    static String id(Account account) {
        return new GlobalId(TYPE, account.id().toString()).encode();
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Optional<Account> find(Viewer viewer, String id) {
        return viewer.identity() instanceof Viewer.Person(var self) && id.equals(self.toString())
                ? accounts.find(self)
                : Optional.empty();
    }
}
