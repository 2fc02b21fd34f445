package dev.cdm.consent.compiled;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.pack.Facts;
import dev.cdm.consent.policy.ConsentQuery;
import dev.cdm.consent.purpose.Channel;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecipientId;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * Questions that were worked through the packs before. Thread-safe; it starts no thread.
 *
 * <p>Questions that tell a contact point, a date of birth or facts of a situation are not kept: they are those of one
 * person.
 */
public final class Questions {

    private static final int MOST = 10_000;

    private final CompiledPolicy policy;
    private final Cache<Key, Question> kept =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    /**
     * Creates an empty collection.
     *
     * @param policy works questions through
     */
    public Questions(CompiledPolicy policy) {
        this.policy = policy;
    }

    /**
     * {@return a question worked through the packs}
     *
     * @param query the question; its id, subject and times do not matter
     */
    public Question of(ConsentQuery query) {
        boolean general =
                query.contactPoint().isEmpty() && query.birthDate().isEmpty() && query.facts() == Facts.none();
        return general ? kept.get(Key.of(query), any -> policy.question(query)) : policy.question(query);
    }

    @Override
    public String toString() {
        return "Questions[" + kept.estimatedSize() + "]";
    }

    /** What a question asks, apart from person and time. */
    private record Key(
            PurposeId purpose,
            Set<String> categories,
            Optional<Channel> channel,
            Optional<RecipientId> recipient,
            String region,
            String establishment,
            ZoneId zone,
            boolean optOutSignal) {

        static Key of(ConsentQuery query) {
            return new Key(
                    query.purpose(),
                    ImmutableSet.copyOf(query.categories()),
                    query.channel(),
                    query.recipient(),
                    query.region(),
                    query.establishment(),
                    query.zone(),
                    query.optOutSignal());
        }
    }
}
