package dev.tollgate.catalog.web;

import dev.tollgate.catalog.Model;
import dev.tollgate.catalog.ModelCapability;
import dev.tollgate.catalog.ModelType;
import dev.tollgate.catalog.OrganizationCatalog;
import dev.tollgate.catalog.ProviderNames;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The GraphQL input of that name. Absent conditions and empty lists ask for nothing. */
record ModelFilter(
        @Nullable List<String> provider,
        @Nullable List<ModelType> type,
        @Nullable List<ModelCapability> capabilities,
        @Nullable String search,
        @Nullable Boolean priced) {

    List<Model> apply(OrganizationCatalog catalog, Instant now) {
        List<String> providers = provider == null
                ? List.of()
                : provider.stream().map(ProviderNames::normalize).toList();
        return catalog.models().stream()
                .filter(model -> isOneOf(providers, model.ref().provider()))
                .filter(model -> isOneOf(type, model.type()))
                .filter(model -> capabilities == null || model.capabilities().containsAll(capabilities))
                .filter(model -> search == null || contains(model.ref().model(), search))
                .filter(model -> priced == null || priced == catalog.isPriced(model, now))
                .toList();
    }

    private static <T> boolean isOneOf(@Nullable List<T> wanted, T value) {
        return wanted == null || wanted.isEmpty() || wanted.contains(value);
    }

    private static boolean contains(String name, String text) {
        return name.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }
}
