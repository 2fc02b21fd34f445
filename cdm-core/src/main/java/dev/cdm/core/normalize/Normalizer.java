package dev.cdm.core.normalize;

import dev.cdm.core.internal.Checks;
import dev.cdm.core.model.Provenance;
import dev.cdm.core.model.RawRecord;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.model.SourceSystem;
import java.time.Instant;

/**
 * Turns raw records into typed ones. Immutable, thread-safe, and total: whatever the text of a field is, the result is a
 * record, with values for what could be read and problems for what could not.
 *
 * <ul>
 *   <li>A field goes where the schema's aliases lead; parts of one group are put together into one value; the second
 *       field of the same part begins the second value. A field nobody knows is a problem {@code field.unknown}.
 *   <li>A text that cannot be read is kept in a problem of severity ERROR, a doubtful one is used with a WARNING. Where
 *       the value of an attribute that has many cannot be read, the text is tried once more as a list.
 *   <li>U+0000 is removed and each lone surrogate replaced by U+FFFD, with a problem {@code text.not_storable}.
 *   <li>A text longer than its attribute allows is not read at all: {@code text.too_long} keeps its first 10,000
 *       characters and says how long it was. Who must keep the rest keeps the raw record.
 *   <li>The text of a restricted attribute is sealed; without a sealer it is refused, and no problem repeats it.
 *   <li>Blank fields say nothing. Neither do the fields of a record that the source deleted: they are not read.
 * </ul>
 */
public final class Normalizer {

    private final NormalizationPlan plan;

    /**
     * Creates a normaliser.
     *
     * @param plan the plan
     */
    public Normalizer(NormalizationPlan plan) {
        this.plan = plan;
    }

    /**
     * {@return the typed record}
     *
     * @param raw the record as it came
     * @param source the system it came from, that of its record id
     * @param receivedAt when the host received it
     * @throws IllegalArgumentException if the record is not of that system
     */
    public SourceRecord normalize(RawRecord raw, SourceSystem source, Instant receivedAt) {
        Checks.require(
                source.id().equals(raw.recordId().system()),
                "source",
                "must be the system of the record id",
                "`" + source.id() + "`");
        Provenance.Builder provenance = Provenance.builder(source.id(), receivedAt)
                .method(plan.method())
                .purposes(plan.purposes());
        raw.assertedAt().ifPresent(provenance::observedAt);
        return new Intake(plan, raw, source, provenance.build()).record();
    }

    @Override
    public String toString() {
        return "Normalizer[" + plan + "]";
    }
}
