package dev.cdm.consent.policy;

import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.ledger.ConsentEvent.Actor;
import dev.cdm.consent.ledger.ConsentEvent.Method;
import java.time.Period;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a consent must be like to count.
 *
 * @param methods the ways in which it may have been expressed
 * @param actors who may have acted
 * @param validity how long it lasts at most, or null
 * @param regimes the names of the regime that asks, in lower case; empty for any
 */
record ConsentNeed(
        ImmutableSet<Method> methods,
        ImmutableSet<Actor> actors,
        @Nullable Period validity,
        Set<String> regimes) {

    /** An affirmative act, by anybody who may act for the person. */
    static final ConsentNeed PLAIN = new ConsentNeed(
            ImmutableSet.of(Method.AFFIRMATIVE, Method.EXPLICIT, Method.WRITTEN),
            ImmutableSet.of(Actor.SELF, Actor.GUARDIAN, Actor.AGENT),
            null,
            ImmutableSet.of());
}
