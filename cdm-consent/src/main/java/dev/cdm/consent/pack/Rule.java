package dev.cdm.consent.pack;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cdm.core.internal.Checks;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule of law. Immutable.
 *
 * <p>It applies when its first condition holds or cannot be told; then its need must hold. An exception applies only when
 * its condition certainly holds; it never denies, and stands in for the rules it lifts.
 *
 * @param id the id, such as {@code E04}
 * @param title what it says, in a few words
 * @param citations the articles
 * @param verified whether the text was checked against a primary source
 * @param from the first day in force, or null if it was always
 * @param to the first day not in force any more, or null
 * @param when to what it applies
 * @param needs what must hold
 * @param permits whether it permits when its need holds; a rule that does not only adds a need or obligations
 * @param lifts the ids of the rules of the same pack to which it is an exception
 * @param obligations what whoever acts on the permission must do
 * @param askAgainAfter how long after a refusal the person must not be asked again, in calendar units, or null
 */
public record Rule(
        String id,
        String title,
        List<String> citations,
        boolean verified,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Condition when,
        Condition needs,
        boolean permits,
        Set<String> lifts,
        Set<Obligation> obligations,
        @Nullable Period askAgainAfter) {

    /** Copies the collections. */
    public Rule {
        Checks.notBlank(id, "id");
        Checks.require(from == null || to == null || from.isBefore(to), "to", "must be after from", "`" + id + "`");
        Checks.require(
                askAgainAfter == null || (!askAgainAfter.isNegative() && askAgainAfter.toTotalMonths() <= 1200),
                "askAgainAfter",
                "must be between zero and 100 years",
                "`" + id + "`");
        citations = ImmutableList.copyOf(citations);
        lifts = ImmutableSet.copyOf(lifts);
        obligations = ImmutableSet.copyOf(obligations);
    }

    /** {@return whether it is an exception to other rules} */
    public boolean exception() {
        return !lifts.isEmpty();
    }

    /**
     * {@return whether it is in force}
     *
     * @param day the day
     */
    public boolean inForce(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
    }

    /**
     * {@return until when a person must not be asked again after a refusal}
     *
     * @param refusal when the person refused
     * @param zone the person's time zone
     */
    public Instant pauseAfter(Instant refusal, ZoneId zone) {
        return askAgainAfter == null
                ? refusal
                : refusal.atZone(zone).plus(askAgainAfter).toInstant();
    }

    @Override
    public String toString() {
        return "Rule[" + id + " " + title + "]";
    }
}
