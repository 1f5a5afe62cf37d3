package dev.tollgate.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tollgate.core.ModelRef;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The shipped catalogue, in memory and the same for every organization. Safe from any thread. */
@Component
public class Catalog {

    /** Models by provider and name, in the order of their characters. */
    public static final Comparator<Model> ORDER = Comparator.comparing(
                    (Model model) -> model.ref().provider())
            .thenComparing(model -> model.ref().model());

    private final List<Model> models;
    private final Map<ModelKey, CatalogEntry> listed = new HashMap<>();
    private final Map<String, Long> modelCounts;
    private final Map<String, EnumSet<ModelCapability>> capabilities;
    private final Cache<ModelRef, Resolved> resolved =
            Caffeine.newBuilder().maximumSize(10_000).build();

    Catalog() throws IOException {
        this(shipped());
    }

    Catalog(List<Model> models) {
        this.models = models.stream().sorted(ORDER).toList();
        this.modelCounts = models.stream()
                .collect(Collectors.groupingBy(model -> model.ref().provider(), Collectors.counting()));
        this.capabilities = models.stream()
                .collect(Collectors.groupingBy(
                        model -> model.ref().provider(),
                        Collectors.flatMapping(
                                model -> model.capabilities().stream(),
                                Collectors.toCollection(() -> EnumSet.noneOf(ModelCapability.class)))));
        List<CatalogEntry> entries = this.models.stream().map(CatalogEntry::of).toList();
        entries.forEach(entry -> listed.put(ModelKey.of(entry.model().ref()), entry));
        entries.forEach(entry -> entry.model()
                .aliases()
                .forEach(alias -> listed.putIfAbsent(
                        ModelKey.of(new ModelRef(entry.model().ref().provider(), alias)), entry)));
    }

    /** Every model, in {@link #ORDER}. */
    public List<Model> models() {
        return models;
    }

    /** The listed model that a provider and a name mean, by any of its names; empty when there is none. */
    public Optional<Model> find(ModelRef ref) {
        return Optional.ofNullable(resolve(ref).entry()).map(CatalogEntry::model);
    }

    /** Every provider of the catalogue and the well-known ones, by name. */
    public List<Provider> providers() {
        Stream<String> listing = models.stream().map(model -> model.ref().provider());
        return new TreeSet<>(Stream.concat(listing, ProviderNames.wellKnown().stream())
                        .toList())
                .stream().map(Provider::named).toList();
    }

    /** How many models of a provider are listed. */
    int modelCount(String provider) {
        return modelCounts.getOrDefault(provider, 0L).intValue();
    }

    /** What at least one of a provider's models can do, in the order of the enum. */
    Set<ModelCapability> capabilities(String provider) {
        return Collections.unmodifiableSet(capabilities.getOrDefault(provider, EnumSet.noneOf(ModelCapability.class)));
    }

    Resolved resolve(ModelRef ref) {
        Resolved known = resolved.getIfPresent(ref);
        return known == null ? resolved.get(ref, this::search) : known;
    }

    private Resolved search(ModelRef ref) {
        return ModelNames.find(
                        ref.provider(),
                        ref.model(),
                        (provider, model) -> Optional.ofNullable(listed.get(new ModelKey(provider, model))))
                .map(entry -> new Resolved(
                        ModelKey.of(entry.model().ref()), entry, entry.model().family()))
                .orElseGet(() -> new Resolved(ModelKey.of(ref), null, Families.of(ref.model())));
    }

    private static List<Model> shipped() throws IOException {
        try (Reader text = new InputStreamReader(
                new ClassPathResource("catalog/models.jsonl").getInputStream(), StandardCharsets.UTF_8)) {
            return CatalogFile.read(text);
        }
    }

    /** What a name means. */
    record Resolved(
            ModelKey key,
            @Nullable CatalogEntry entry,
            @Nullable String family) {}
}
