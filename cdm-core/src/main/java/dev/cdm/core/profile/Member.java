package dev.cdm.core.profile;

import dev.cdm.core.model.Provenance;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceSystem;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A record of the profile with what the registry says of its source system. */
record Member(RecordId recordId, int trust, Duration clockTolerance) {

    private static final int TRUST_OF_UNKNOWN = 50;

    static Member of(RecordId recordId, @Nullable SourceSystem system) {
        return system == null
                ? new Member(recordId, TRUST_OF_UNKNOWN, Duration.ZERO)
                : new Member(recordId, system.trust(), system.clockTolerance());
    }

    Instant effectiveAt(Provenance provenance) {
        Instant received = provenance.receivedAt();
        Instant asserted = provenance.observedAt().orElse(received);
        if (!asserted.isAfter(received)) {
            return asserted;
        }
        Instant latest = received.plus(clockTolerance);
        return asserted.isAfter(latest) ? latest : asserted;
    }
}
