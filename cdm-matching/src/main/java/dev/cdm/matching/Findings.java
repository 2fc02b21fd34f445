package dev.cdm.matching;

import dev.cdm.core.internal.Checks;
import dev.cdm.matching.mixture.PersonModel;
import dev.cdm.matching.roles.Matching;
import dev.cdm.matching.roles.PersonRecords;
import java.util.List;

/** What a run found out, and by which model. Immutable and safe for any thread. */
abstract sealed class Findings permits Clusters, MatchPairs {

    final PersonRecords records;
    final Matching matching;

    Findings(PersonRecords records, Matching matching) {
        this.records = records;
        this.matching = matching;
    }

    /**
     * {@return what was not understood or not used of the tables: unreadable values by column, columns that tell nothing,
     * verdicts that do not hold; one sentence each, without any value}
     */
    public final List<String> warnings() {
        return matching.warnings();
    }

    /** {@return the model behind the result, with the values of at least five entities by name} */
    public final PersonModel model() {
        return model(Matching.LEAST_ENTITIES);
    }

    /**
     * {@return the model behind the result, to be kept and applied to other records}
     *
     * @param leastEntities in how many entities a value must occur to be named in the model, at least 1. Fewer make it more
     *     exact and more personal: see {@link PersonModel}
     */
    public final PersonModel model(int leastEntities) {
        Checks.require(leastEntities >= 1, "leastEntities", "must be at least 1", leastEntities);
        return matching.model(leastEntities);
    }

    /**
     * {@return how many values of keys were left out because more records share them than the model allows; always 0 where
     * the model was learned from the records}
     */
    public final int disabledBlocks() {
        return matching.disabledBlocks();
    }
}
