package dev.tollgate.access;

import dev.tollgate.core.AccountId;
import dev.tollgate.core.ErrorCode;
import dev.tollgate.core.OrganizationId;
import dev.tollgate.core.ProblemException;
import dev.tollgate.core.Texts;
import dev.tollgate.tenancy.TenantTransactions;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The people who can sign in. */
@Component
public class Accounts {

    private static final int LONGEST_NAME = 100;

    private final AccountTable accounts;
    private final TenantTransactions transactions;
    private final Passwords passwords;
    private final Clock clock;

    Accounts(DSLContext sql, TenantTransactions transactions, Passwords passwords, Clock clock) {
        this.accounts = new AccountTable(sql);
        this.transactions = transactions;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * Creates a person who belongs to one organization, in which sessions begin.
     *
     * @param email the login name; spaces around it and case do not count
     * @param name 1 to 100 characters
     * @param password 12 to 1024 characters; only its hash is kept
     * @throws ProblemException BAD_USER_INPUT with the field when a value is wrong, CONFLICT when the address is taken
     */
    public Account create(String email, String name, String password, OrganizationId organization, Role role) {
        String address = new EmailAddress(email).value();
        String checked = checkedName(name);
        String hash = passwords.hash(password);
        return transactions.write(organization, sql -> {
            Account account = insert(sql, organization, address, checked, hash);
            new MemberTable(sql, organization).insert(account.id(), role, clock.instant());
            return account;
        });
    }

    /** The person; empty when there is none. */
    public Optional<Account> find(AccountId id) {
        return accounts.find(id);
    }

    /** These people; those that there are not are left out. */
    public Map<AccountId, Account> find(Collection<AccountId> ids) {
        return ids.isEmpty() ? Map.of() : accounts.find(ids);
    }

    /** A password as it is stored; BAD_USER_INPUT when it is too short or too long. */
    String hash(String password) {
        return passwords.hash(password);
    }

    /** Stores a person who belongs nowhere yet; BAD_USER_INPUT when the name is none, CONFLICT when the address is taken. */
    Account insert(DSLContext sql, OrganizationId organization, String email, String name, String passwordHash) {
        Account account = new Account(new AccountId(UUID.randomUUID()), email, checkedName(name));
        if (!new AccountTable(sql).insert(account, passwordHash, organization, clock.instant())) {
            throw ProblemException.of(ErrorCode.CONFLICT, "There is an account with this email address already.");
        }
        return account;
    }

    /** The person with this email address; empty when there is none. */
    Optional<Account> findByEmail(String email) {
        return accounts.find(new EmailAddress(email));
    }

    /** The name if it can be one, and otherwise what stands in an address before the @. */
    static String nameOr(@Nullable String name, String email) {
        try {
            return checkedName(name == null ? "" : name);
        } catch (ProblemException _) {
            String local = email.substring(0, email.indexOf('@'));
            return local.substring(0, Math.min(local.length(), LONGEST_NAME));
        }
    }

    static String checkedName(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.codePointCount(0, stripped.length()) > LONGEST_NAME) {
            throw ProblemException.badInput("name", "A name has 1 to " + LONGEST_NAME + " characters.");
        }
        if (!Texts.isShowable(stripped)) {
            throw ProblemException.badInput("name", "A name has no control characters.");
        }
        return stripped;
    }
}
