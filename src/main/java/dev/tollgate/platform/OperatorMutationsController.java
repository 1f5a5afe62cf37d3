package dev.tollgate.platform;

import dev.tollgate.access.Account;
import dev.tollgate.access.Operators;
import dev.tollgate.access.Viewer;
import dev.tollgate.access.ViewerAuthentication;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Answers who becomes an operator, and who is one no more. */
@Controller
class OperatorMutationsController {

    private final Operators operators;

    OperatorMutationsController(Operators operators) {
        this.operators = operators;
    }

    @MutationMapping
    Payload grantOperator(@Argument GrantInput input, ViewerAuthentication authentication) {
        Viewer operator = authentication.getPrincipal();
        operators.require(operator);
        return new Payload(operators.grant(
                operator.organization(), authentication.cause().because(input.reason()), input.email()));
    }

    @MutationMapping
    Payload revokeOperator(@Argument RevokeInput input, ViewerAuthentication authentication) {
        Viewer operator = authentication.getPrincipal();
        operators.require(operator);
        return new Payload(operators.revoke(
                operator.organization(),
                authentication.cause().because(input.reason()),
                GlobalIds.person(input.userId())));
    }

    record GrantInput(String email, @Nullable String reason) {}

    record RevokeInput(String userId, @Nullable String reason) {}

    record Payload(Account user) {}
}
