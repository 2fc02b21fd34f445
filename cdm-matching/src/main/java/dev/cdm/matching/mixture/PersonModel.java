package dev.cdm.matching.mixture;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cdm.core.internal.Checks;
import dev.cdm.matching.learned.Blocking;
import dev.cdm.matching.learned.Calibration;
import dev.cdm.matching.learned.Conventions;
import dev.cdm.matching.learned.Frequencies;
import dev.cdm.matching.person.Role;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that was learned about people in some records, so that others can be matched in the same way: whether two records
 * are compared, and with what result, is a function of the two and of this model. Immutable.
 *
 * <p>A model holds personal data: the values that several entities share (see {@link Frequencies}) and the usual readings
 * of names, but no record, nothing of a restricted column, and no value of fewer entities than was asked for when the
 * model was made.
 *
 * @param roles what the columns mean, by name; several columns of one role in their order
 * @param fields the fields and how often they show each level
 * @param shares how frequent persons and households are
 * @param frequencies how often values occur, by the name of what was counted
 * @param conventions how values are written
 * @param blocking which records are compared at all
 * @param threshold the probability from which records are joined by default, above 0 and below 1
 * @param calibration how scores become odds
 * @param correction what answers taught; comes before the calibration
 */
public record PersonModel(
        Map<String, Role> roles,
        List<FieldWeights> fields,
        Shares shares,
        Map<String, Frequencies> frequencies,
        Conventions conventions,
        Blocking blocking,
        double threshold,
        Calibration calibration,
        Correction correction) {

    /**
     * Checks and copies.
     *
     * @throws IllegalArgumentException if there is no role or no field, or the threshold is out of its range
     */
    public PersonModel {
        roles = ImmutableMap.copyOf(roles);
        fields = ImmutableList.copyOf(fields);
        frequencies = ImmutableMap.copyOf(new TreeMap<>(frequencies));
        Checks.require(!roles.isEmpty(), "roles", "must not be empty");
        Checks.require(!fields.isEmpty(), "fields", "must not be empty");
        Checks.require(threshold > 0 && threshold < 1, "threshold", "must be above 0 and below 1", threshold);
    }

    /**
     * A model that learned nothing from answers.
     *
     * @param roles what the columns mean
     * @param fields the fields
     * @param shares how frequent persons and households are
     * @param frequencies how often values occur
     * @param conventions how values are written
     * @param blocking which records are compared at all
     * @param threshold the probability from which records are joined
     * @param calibration how scores become odds
     */
    public PersonModel(
            Map<String, Role> roles,
            List<FieldWeights> fields,
            Shares shares,
            Map<String, Frequencies> frequencies,
            Conventions conventions,
            Blocking blocking,
            double threshold,
            Calibration calibration) {
        this(roles, fields, shares, frequencies, conventions, blocking, threshold, calibration, Correction.NONE);
    }

    /** {@return the numbers to score with} */
    public MixtureModel mixture() {
        return new MixtureModel(fields, shares);
    }

    /**
     * {@return this model with another calibration}
     *
     * @param other how scores become odds
     */
    public PersonModel withCalibration(Calibration other) {
        return new PersonModel(roles, fields, shares, frequencies, conventions, blocking, threshold, other, correction);
    }

    /**
     * {@return this model with what answers taught}
     *
     * @param other what they taught
     */
    public PersonModel withCorrection(Correction other) {
        return new PersonModel(
                roles, fields, shares, frequencies, conventions, blocking, threshold, calibration, other);
    }

    /** {@return the columns and the number of fields; no value} */
    @Override
    public String toString() {
        return "PersonModel of " + roles + ", " + fields.size() + " fields, " + blocking;
    }
}
