package dev.tollgate.catalog.convert;

import dev.tollgate.catalog.ProviderNames;
import dev.tollgate.catalog.Rate;
import dev.tollgate.core.ModelRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Gives the models of a price list their names: the key without the provider in front. Where several keys of a provider come to the
 * same name, the key that already is the name has it, else the one behind the provider's own name, else the first; the others are its aliases when they cost the same, and keep
 * their whole key as their name when they do not.
 */
final class Naming {

    private final List<SourceModel> entries;

    Naming(List<SourceModel> entries) {
        this.entries = entries;
    }

    List<ListedModel> models() {
        Map<ModelRef, List<SourceModel>> sameName = new LinkedHashMap<>();
        entries.stream()
                .sorted(Comparator.comparingInt(Naming::distance).thenComparing(SourceModel::key))
                .forEach(entry -> sameName.computeIfAbsent(identity(entry), ref -> new ArrayList<>())
                        .add(entry));
        return sameName.values().stream()
                .flatMap(entries -> together(entries).stream())
                .toList();
    }

    private static int distance(SourceModel entry) {
        if (entry.key().equals(name(entry))) {
            return 0;
        }
        return entry.key().startsWith(provider(entry) + "/") ? 1 : 2;
    }

    private static List<ListedModel> together(List<SourceModel> entries) {
        SourceModel main = entries.getFirst();
        Set<Rate> rates = rates(main);
        Set<String> aliases = new TreeSet<>();
        List<ListedModel> models = new ArrayList<>();
        for (SourceModel entry : entries) {
            if (rates(entry).equals(rates)) {
                aliases.add(entry.key());
            } else {
                models.add(new ListedModel(new ModelRef(provider(entry), entry.key()), List.of(), entry, rates(entry)));
            }
        }
        aliases.remove(name(main));
        models.add(new ListedModel(new ModelRef(provider(main), name(main)), List.copyOf(aliases), main, rates));
        return models;
    }

    private static Set<Rate> rates(SourceModel entry) {
        return new HashSet<>(SourceRates.of(entry));
    }

    private static ModelRef identity(SourceModel entry) {
        return new ModelRef(provider(entry), name(entry).toLowerCase(Locale.ROOT));
    }

    private static String provider(SourceModel entry) {
        return ProviderNames.normalize(entry.provider());
    }

    private static String name(SourceModel entry) {
        int slash = entry.key().indexOf('/');
        boolean prefixed = slash > 0
                && ProviderNames.normalize(entry.key().substring(0, slash)).equals(provider(entry));
        return prefixed ? entry.key().substring(slash + 1) : entry.key();
    }
}
