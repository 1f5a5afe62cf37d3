package dev.tollgate.directory;

import dev.tollgate.access.Account;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Maps people. */
@Controller
class UserController {

    @SchemaMapping(typeName = UserNodes.TYPE)
    String id(Account account) {
        return UserNodes.id(account);
    }
}
