package dev.cdm.consent.policy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.ledger.ConsentHistory;
import dev.cdm.consent.pack.Obligation;
import dev.cdm.consent.pack.Pack;
import dev.cdm.consent.pack.Reason;
import dev.cdm.consent.policy.PackReading.Opinion;
import dev.cdm.consent.purpose.LegalBasis;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.internal.CodePoints;
import dev.cdm.core.model.PurposeId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An answer with its proof. Holds ids and codes, no personal data.
 *
 * @param query the id of the question, or empty
 * @param purpose the purpose asked about
 * @param reason why; it says whether the answer is yes
 * @param basis the legal ground of a permission, or null if the law allows without one
 * @param events the ids of the events that decided, in code-point order
 * @param rules the ids of the rules that decided, in the order of the packs
 * @param obligations what whoever acts on a permission must do
 * @param validUntil until when a permission holds at most, exclusive, or null if nothing ends it
 * @param detail a name or code that the reason speaks of, or that a signal was ignored because its value is none; or empty
 * @param position the last position of the log that was used, or -1 if an event used was not sealed yet
 * @param packs the packs used, each with its version
 * @param conflict whether a permission overrides a standing signal or needs a confirmation
 */
public record Decision(
        String query,
        PurposeId purpose,
        Reason reason,
        @Nullable LegalBasis basis,
        List<String> events,
        List<String> rules,
        Set<Obligation> obligations,
        @Nullable Instant validUntil,
        String detail,
        long position,
        List<String> packs,
        boolean conflict) {

    /** Copies the collections. */
    public Decision {
        Checks.require(reason.permits() || obligations.isEmpty(), "obligations", "must be empty for a refusal");
        events = ImmutableList.copyOf(events);
        rules = ImmutableList.copyOf(rules);
        obligations = ImmutableSet.copyOf(obligations);
        packs = ImmutableList.copyOf(packs);
    }

    /**
     * {@return a refusal that no event decided}
     *
     * @param query the id of the question, or empty
     * @param purpose the purpose asked about
     * @param reason a reason that refuses
     * @param detail a name or code that the reason speaks of, or empty
     */
    public static Decision denied(String query, PurposeId purpose, Reason reason, String detail) {
        Checks.require(!reason.permits(), "reason", "must be one that refuses", reason);
        return new Decision(
                query, purpose, reason, null, List.of(), List.of(), Set.of(), null, detail, 0, List.of(), false);
    }

    static Decision of(ConsentQuery query, Opinion opinion, Verdict verdict, ConsentHistory known, Regions regions) {
        boolean permits = verdict.permits();
        boolean grown = permits && regions.grownUp(query, known, verdict.events());
        Set<Obligation> duties = EnumSet.noneOf(Obligation.class);
        if (permits) {
            duties.addAll(opinion.obligations());
        }
        if (grown) {
            duties.add(Obligation.RECONFIRM_ADULT);
        }
        return new Decision(
                query.id(),
                query.purpose(),
                verdict.reason(),
                verdict.basis(),
                ImmutableList.sortedCopyOf(CodePoints.ORDER, verdict.events()),
                ImmutableList.copyOf(opinion.rules()),
                duties,
                verdict.until().equals(Instant.MAX) ? null : verdict.until(),
                verdict.detail().isEmpty() && query.signalIgnored() ? "ignored signal gpc" : verdict.detail(),
                known.position().orElse(-1),
                regions.packs(query).stream().map(Pack::label).toList(),
                grown || (permits && query.optOutSignal()));
    }

    /** {@return whether the use is permitted} */
    public boolean permitted() {
        return reason.permits();
    }

    /** {@return the legal ground of a permission, if there is one} */
    public Optional<LegalBasis> ground() {
        return Optional.ofNullable(basis);
    }

    /** {@return whether an event used was not sealed yet, so that the same question about then may answer otherwise} */
    public boolean provisional() {
        return position < 0;
    }

    /**
     * {@return the decision in one sentence}
     *
     * @param locale Japanese, or any other language for English
     */
    public String explain(Locale locale) {
        String ground =
                basis == null ? "-" : basis.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return reason.template(locale)
                .replace("{purpose}", purpose.text())
                .replace("{ground}", ground)
                .replace("{rules}", rules.isEmpty() ? "-" : String.join(", ", rules))
                .replace("{detail}", detail.isEmpty() ? "-" : detail);
    }

    @Override
    public String toString() {
        return (permitted() ? "PERMIT " : "DENY ") + reason + " " + purpose;
    }
}
