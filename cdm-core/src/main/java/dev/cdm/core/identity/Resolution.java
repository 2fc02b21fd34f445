package dev.cdm.core.identity;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.identity.LinkEvent.Edge;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.RecordId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of one observation that was received. Immutable.
 *
 * @param recordId the record
 * @param observationId the observation
 * @param outcome what happened
 * @param profileId the profile the record belongs to now; {@code null} if the observation was refused
 * @param evidence the links that hold the record in its profile; empty if it stands alone or nothing changed
 */
public record Resolution(
        RecordId recordId,
        String observationId,
        Outcome outcome,
        @Nullable ProfileId profileId,
        List<Edge> evidence) {

    /** What an observation did to the profiles. Later versions may add values. */
    public enum Outcome {
        /** A record seen for the first time, in a profile of its own. */
        NEW,
        /** A record seen for the first time joined a profile. */
        MATCHED,
        /** Profiles that were separate are one now. */
        MERGED,
        /** A known record no longer holds its former profile together. */
        SPLIT,
        /** A known record changed; the members of its profile did not. */
        CHANGED,
        /** Nothing changed: the same observation again, or one that later ones have outdated. */
        UNCHANGED,
        /** The record was erased and stays refused; nothing was kept. */
        REFUSED_ERASED
    }

    /** Copies the evidence. */
    public Resolution {
        evidence = ImmutableList.copyOf(evidence);
    }

    /** {@return the profile the record belongs to now; empty if the observation was refused} */
    public Optional<ProfileId> profile() {
        return Optional.ofNullable(profileId);
    }

    @Override
    public String toString() {
        return "Resolution[" + recordId + " " + outcome + " " + profileId + "]";
    }
}
