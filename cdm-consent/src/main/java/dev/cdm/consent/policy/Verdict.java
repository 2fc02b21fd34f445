package dev.cdm.consent.policy;

import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.pack.Reason;
import dev.cdm.consent.purpose.LegalBasis;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What one ground or rule says, with what decided it. {@code until} is exclusive; {@link Instant#MAX} is without end. */
record Verdict(Reason reason, @Nullable LegalBasis basis, ImmutableSet<String> events, Instant until, String detail) {

    static Verdict permit(Reason reason, @Nullable LegalBasis basis, Collection<String> events, Instant until) {
        return new Verdict(reason, basis, ImmutableSet.copyOf(events), until, "");
    }

    static Verdict deny(Reason reason) {
        return deny(reason, ImmutableSet.of(), "");
    }

    static Verdict deny(Reason reason, String detail) {
        return deny(reason, ImmutableSet.of(), detail);
    }

    static Verdict deny(Reason reason, Collection<String> events, String detail) {
        return new Verdict(reason, null, ImmutableSet.copyOf(events), Instant.MAX, detail);
    }

    static Verdict deny(Reason reason, ConsentEvent event) {
        return deny(reason, ImmutableSet.of(event.id()), "");
    }

    boolean permits() {
        return reason.permits();
    }

    /** Of two alternatives the better: a permission before a refusal, the longer one, then the reason declared first. */
    Verdict or(Verdict other) {
        if (permits() != other.permits()) {
            return permits() ? this : other;
        }
        if (permits() && !until.equals(other.until)) {
            return until.isAfter(other.until) ? this : other;
        }
        return other.reason.compareTo(reason) < 0 ? other : this;
    }
}
