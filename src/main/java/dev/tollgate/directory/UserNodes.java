package dev.tollgate.directory;

import dev.tollgate.access.Account;
import dev.tollgate.access.Accounts;
import dev.tollgate.access.Viewer;
import dev.tollgate.core.AccountId;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.ProblemException;
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

    /** The person that a global id names; NOT_FOUND when it names something else. */
    static AccountId parse(String globalId) {
        return GlobalId.decode(globalId)
                .filter(global -> global.type().equals(TYPE))
                .flatMap(global -> account(global.id()))
                .orElseThrow(() -> ProblemException.of(ErrorCode.NOT_FOUND, "There is no such member."));
    }

    private static Optional<AccountId> account(String id) {
        try {
            return Optional.of(AccountId.of(id));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
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
