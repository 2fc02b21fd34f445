package dev.cdm.core.normalize;

import com.google.common.collect.ImmutableMap;
import dev.cdm.core.value.AttributeValue;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns the text of an attribute into a value. A host gives its own for an attribute with
 * {@link NormalizationPlan.Builder#normalizer}; everything else has one already.
 *
 * <p>It is called by several threads at once and must not throw on any text: what is wrong is told by
 * {@link Normalized#failed}. Given the canonical text of a value it made, it must give that value again.
 *
 * @param <V> the type of the value
 */
@FunctionalInterface
public interface ValueNormalizer<V extends AttributeValue> {

    /**
     * {@return the value of a text, or what is wrong with it}
     *
     * @param text the text as it came, but storable and within the plan's length limit; not blank
     * @param context what else is known
     */
    Normalized<V> normalize(String text, Context context);

    /**
     * {@return the value of texts that came in several fields, one for each part; by default that of the texts joined by
     * spaces}
     *
     * @param parts text by name of the part, as the schema names it; the empty name stands for the whole value
     * @param context what else is known
     */
    default Normalized<V> normalizeParts(Map<String, String> parts, Context context) {
        return normalize(String.join(" ", parts.values()), context);
    }

    /** What is known when a text is normalised. Immutable. */
    final class Context {

        private final NormalizationPlan plan;
        private final String region;
        private final @Nullable Instant assertedAt;

        /**
         * Creates a context.
         *
         * @param plan the plan
         * @param region the ISO 3166-1 alpha-2 code of the record's country, or else of the plan's region, or empty
         * @param assertedAt since when the source says it is so, {@code null} if it does not say
         */
        public Context(NormalizationPlan plan, String region, @Nullable Instant assertedAt) {
            this.plan = plan;
            this.region = region;
            this.assertedAt = assertedAt;
        }

        /** {@return the plan} */
        public NormalizationPlan plan() {
            return plan;
        }

        /** {@return the country of the record, or else the plan's region, or empty} */
        public String region() {
            return region;
        }

        /** {@return since when the source says it is so, if it says} */
        public Optional<Instant> assertedAt() {
            return Optional.ofNullable(assertedAt);
        }
    }

    /**
     * {@return the one part of a whole value}
     *
     * @param text the text of the whole value
     */
    static Map<String, String> whole(String text) {
        return ImmutableMap.of("", text);
    }
}
