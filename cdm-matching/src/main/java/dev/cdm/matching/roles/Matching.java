package dev.cdm.matching.roles;

import dev.cdm.matching.clustering.ScoredPairs;
import dev.cdm.matching.mixture.Correction.Question;
import dev.cdm.matching.mixture.PersonModel;
import dev.cdm.matching.quality.QualityReport;
import java.util.List;

/** What was found out about some records. Immutable and safe for any thread. */
public interface Matching {

    /** In how many entities a value must occur to be named in a model, unless said otherwise. */
    int LEAST_ENTITIES = 5;

    /** {@return the entity of every record: the number of one of its records} */
    int[] labels();

    /** {@return the scored pairs above odds of one to four hundred} */
    ScoredPairs pairs();

    /** {@return the numbers of the pairs that are links between two tables, the best first} */
    int[] links();

    /**
     * {@return the model by which it was found out; it can be kept and applied to other records}
     *
     * @param leastEntities in how many entities a value must occur to be named in the model, at least 1; rarer ones are
     *     told only in numbers. A model that was applied is given as it is
     */
    PersonModel model(int leastEntities);

    /** {@return what was not understood or not used of the columns, one sentence each, without any value} */
    List<String> warnings();

    /** {@return how good the result probably is, estimated anew each time it is asked for} */
    QualityReport quality();

    /**
     * {@return the ids of records that say too little to be linked with anything: compared with themselves they stay below
     * the threshold; in code-point order}
     */
    List<String> unlinkables();

    /**
     * {@return the numbers of the scored pairs of which an answer would set most others right, the best first} Pairs with an
     * answer, and those that constraints decide, are left out.
     *
     * @param most how many at most
     */
    List<Question> questions(int most);

    /**
     * {@return how the records of a pair compare, field by field and without values}
     *
     * @param pair the number of the scored pair
     */
    List<String> agreement(int pair);

    /** {@return how many values of keys were left out as a whole because too many records share them} */
    default int disabledBlocks() {
        return 0;
    }
}
