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

    /** Of two needs both: a refusal before a permission, the reason of lower rank, the shorter time. */
    Verdict and(Verdict other) {
        if (permits() != other.permits()) {
            return permits() ? other : this;
        }
        Verdict first = other.reason.rank() < reason.rank() ? other : this;
        if (!permits()) {
            return first;
        }
        ImmutableSet<String> all = ImmutableSet.<String>builder()
                .addAll(events)
                .addAll(other.events)
                .build();
        return new Verdict(first.reason, first.basis, all, until.isBefore(other.until) ? until : other.until, "");
    }

    /** This permission, but no longer than to a time. */
    Verdict until(Instant end) {
        return permits() && end.isBefore(until) ? new Verdict(reason, basis, events, end, detail) : this;
    }

    /** Of two alternatives the better: a permission before a refusal, the longer one, then the reason of lower rank, then this. */
    Verdict or(Verdict other) {
        if (permits() != other.permits()) {
            return permits() ? this : other;
        }
        if (permits() && !until.equals(other.until)) {
            return until.isAfter(other.until) ? this : other;
        }
        return other.reason.rank() < reason.rank() ? other : this;
    }
}
