package dev.tollgate.credential.web;

import dev.tollgate.core.OrganizationId;
import dev.tollgate.credential.MonthSpend;
import dev.tollgate.credential.ProviderSpend;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Looks up at once what the providers of all credentials of an answer have cost this month. */
@Configuration(proxyBeanMethods = false)
class MonthSpends {

    private final ProviderSpend spend;

    /** Calls of an organization to a provider. */
    record Calls(OrganizationId organization, String provider) {}

    MonthSpends(ProviderSpend spend, BatchLoaderRegistry loaders) {
        this.spend = spend;
        loaders.<Calls, MonthSpend>forName("monthSpend")
                .registerMappedBatchLoader(
                        (asked, _) -> Mono.fromCallable(() -> of(asked)).subscribeOn(Schedulers.boundedElastic()));
    }

    private Map<Calls, MonthSpend> of(Set<Calls> asked) {
        Map<OrganizationId, Map<String, MonthSpend>> spent = new HashMap<>();
        return asked.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        calls -> spent.computeIfAbsent(calls.organization(), spend::thisMonth)
                                .getOrDefault(calls.provider(), MonthSpend.NONE)));
    }
}
