package dev.tollgate.quota;

import dev.tollgate.usage.UsageDimension;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a quota's limits hold for.
 *
 * @param type the kind
 * @param value which one, as events name it; empty for the organization. An API key is named by its id
 */
public record QuotaScope(Type type, String value) {

    /** The whole organization. */
    public static final QuotaScope ORGANIZATION = new QuotaScope(Type.ORGANIZATION, "");

    /** The kinds of scope. */
    public enum Type {
        /** Everything. */
        ORGANIZATION(null),
        /** A team. */
        TEAM(UsageDimension.TEAM),
        /** A project. */
        PROJECT(UsageDimension.PROJECT),
        /** An end user. */
        USER(UsageDimension.USER),
        /** An API key. */
        API_KEY(UsageDimension.API_KEY),
        /** A feature of the product. */
        FEATURE(UsageDimension.FEATURE),
        /** A model. */
        MODEL(UsageDimension.MODEL),
        /** An AI provider. */
        PROVIDER(UsageDimension.PROVIDER);

        private final @Nullable UsageDimension dimension;

        Type(@Nullable UsageDimension dimension) {
            this.dimension = dimension;
        }

        /** The dimension of usage that it is about; empty for the organization. */
        Optional<UsageDimension> dimension() {
            return Optional.ofNullable(dimension);
        }
    }
}
