package dev.cdm.consent.policy;

import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.pack.Obligation;
import dev.cdm.consent.pack.Reason;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A verdict with the rules behind it and the obligations that go with it; without a verdict it abstains. */
record Opinion(@Nullable Verdict verdict, ImmutableSet<String> rules, ImmutableSet<Obligation> obligations) {

    static final Opinion NONE = new Opinion(null, ImmutableSet.of(), ImmutableSet.of());

    static Opinion of(Verdict verdict) {
        return new Opinion(verdict, ImmutableSet.of(), ImmutableSet.of());
    }

    static Opinion of(Verdict verdict, String rule, Set<Obligation> obligations) {
        return new Opinion(verdict, ImmutableSet.of(rule), ImmutableSet.copyOf(obligations));
    }

    boolean permits() {
        return verdict == null || verdict.permits();
    }

    Instant until() {
        return verdict == null ? Instant.MAX : verdict.until();
    }

    Opinion until(Instant end) {
        return verdict == null ? this : new Opinion(verdict.until(end), rules, obligations);
    }

    /** Both: of two refusals the rules of both, of a refusal and a permission those of the refusal. */
    Opinion and(Opinion other) {
        if (verdict == null) {
            return other.merged(this);
        }
        if (other.verdict == null) {
            return merged(other);
        }
        if (permits() != other.permits()) {
            return permits() ? other : this;
        }
        return new Opinion(verdict.and(other.verdict), rules, obligations).merged(other);
    }

    private Opinion merged(Opinion other) {
        return new Opinion(
                verdict,
                ImmutableSet.<String>builder().addAll(rules).addAll(other.rules).build(),
                ImmutableSet.<Obligation>builder()
                        .addAll(obligations)
                        .addAll(other.obligations)
                        .build());
    }

    Verdict verdictOrNoGround() {
        return verdict == null ? Verdict.deny(Reason.NO_LEGAL_GROUND) : verdict;
    }
}
