package dev.cdm.consent.guardian;

import dev.cdm.core.internal.Checks;
import dev.cdm.core.internal.ContentHash;
import dev.cdm.core.model.RecordId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody holds parental responsibility for a person: GDPR Art. 8(1), 16 CFR 312.5. Immutable; it is ended by
 * recording it again with an end.
 *
 * @param ward the record id of the person in care
 * @param guardian the record id of the holder
 * @param from from when on
 * @param until until when, exclusive, or null while it lasts
 * @param evidence a hash of the proof, or the id of the check that was made, not blank
 */
public record Guardianship(
        RecordId ward,
        RecordId guardian,
        Instant from,
        @Nullable Instant until,
        String evidence) {

    /** Checks the parts. */
    public Guardianship {
        Checks.require(!ward.equals(guardian), "guardian", "must not be the person in care");
        Checks.require(until == null || until.isAfter(from), "until", "must be after from");
        Checks.notBlank(evidence, "evidence");
    }

    /** {@return the id: a hash of the content} */
    public String id() {
        return new ContentHash()
                .add(ward.text())
                .add(guardian.text())
                .add(from.toString())
                .add(until == null ? "" : until.toString())
                .add(evidence)
                .finish();
    }

    /**
     * {@return whether it holds at a time}
     *
     * @param time the time
     */
    public boolean holdsAt(Instant time) {
        return !time.isBefore(from) && (until == null || time.isBefore(until));
    }

    /** {@return when it began and ended: neither person} */
    @Override
    public String toString() {
        return "Guardianship[" + from + " to " + until + "]";
    }
}
