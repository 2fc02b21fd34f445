package dev.cdm.matching;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * A pair of records that is worth asking a person about. It holds no value of a record.
 *
 * @param firstId the id of the record that comes first by code point
 * @param secondId the id of the other one
 * @param probability the calibrated probability that they are one entity; from 0 to 1
 * @param value how many pairs an answer is expected to set right, this one among them; at least 0
 * @param agreement how the records compare, field by field, such as {@code birth: the same year}
 */
public record PairQuestion(String firstId, String secondId, double probability, double value, List<String> agreement) {

    /** Copies the agreement. */
    public PairQuestion {
        agreement = ImmutableList.copyOf(agreement);
    }
}
