package dev.cdm.matching.roles;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.internal.Checks;
import dev.cdm.matching.explain.Explanation;
import dev.cdm.matching.mixture.MixtureModel;
import dev.cdm.matching.mixture.PersonModel;
import dev.cdm.matching.records.PersonRecords;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.TableBuilder;
import dev.cdm.matching.table.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Encodes and compares records one at a time, with the same keys, scores and clusters as {@link AppliedMatching} finds for
 * a whole table. Safe for any thread.
 */
public final class PersonEncoder {

    private final PersonModel model;
    private final MixtureModel mixture;
    private final ImmutableList<String> columns;

    /**
     * Encodes by a model.
     *
     * @param model the model
     */
    public PersonEncoder(PersonModel model) {
        this.model = model;
        mixture = model.mixture();
        columns = model.roles().keySet().stream().collect(ImmutableList.toImmutableList());
    }

    /** {@return the model} */
    public PersonModel model() {
        return model;
    }

    /**
     * {@return a record as the model sees it}
     *
     * @param id the id of the record; ties between equal records are broken by it
     * @param fields its values by the columns of the model; blank is missing, other columns are ignored. The value of a
     *     restricted column must be a token already
     */
    public EncodedPerson encode(String id, Map<String, String> fields) {
        @Nullable String[] values = new @Nullable String[columns.size()];
        for (int column = 0; column < values.length; column++) {
            String value = fields.getOrDefault(columns.get(column), "").strip();
            values[column] = value.isEmpty() ? null : value;
        }
        EncodedPerson bare = new EncodedPerson(Checks.notBlank(id, "id"), values, new long[0]);
        KnownPeople people = new KnownPeople(records(List.of(bare), false), model, mixture, Workers.caller());
        long[] keys = Arrays.stream(people.keys().ofRow(0))
                .filter(key -> !model.blocking().isHot(key))
                .toArray();
        return new EncodedPerson(id, values, keys);
    }

    /**
     * {@return the natural logarithm of the odds that two records are one person}
     *
     * @param one one record
     * @param other another record
     */
    public double score(EncodedPerson one, EncodedPerson other) {
        return scores(one, List.of(other))[0];
    }

    /**
     * {@return the natural logarithms of the odds that a record is one person with each of some others}
     *
     * @param one the record
     * @param others the others
     */
    public double[] scores(EncodedPerson one, List<EncodedPerson> others) {
        if (others.isEmpty()) {
            return new double[0];
        }
        PersonRecords records = records(
                ImmutableList.<EncodedPerson>builder().add(one).addAll(others).build(), false);
        int[] rows = records.places();
        PairScoring scoring = new KnownPeople(records, model, mixture, Workers.caller()).scoring();
        return IntStream.rangeClosed(1, others.size())
                .mapToDouble(other -> scoring.logit(Math.min(rows[0], rows[other]), Math.max(rows[0], rows[other])))
                .toArray();
    }

    /**
     * {@return the clusters of some records, as a number per record that is equal within a cluster}
     *
     * @param records records with different ids: all that hang together by scored pairs
     * @param threshold the probability from which records are joined, above 0 and below 1
     * @param disabled says which keys are not used because too many records share them beyond the given ones
     */
    public int[] cluster(List<EncodedPerson> records, double threshold, LongPredicate disabled) {
        PersonRecords all = records(records, true);
        int[] labels = AppliedMatching.of(model, all, threshold, disabled).labels();
        return Arrays.stream(all.places()).map(row -> labels[row]).toArray();
    }

    /**
     * {@return why two records get their score}
     *
     * @param one one record
     * @param other another record
     */
    public Explanation explain(EncodedPerson one, EncodedPerson other) {
        return new PersonExplainer(model, records(List.of(one, other), false), Workers.caller())
                .explain(0, 1, one.id(), other.id());
    }

    private PersonRecords records(List<EncodedPerson> people, boolean byId) {
        TableBuilder builder = new TableBuilder(columns);
        for (int i = 0; i < people.size(); i++) {
            builder.add(
                    byId ? people.get(i).id() : Integer.toString(i),
                    people.get(i).values());
        }
        Table table = builder.build();
        return PersonRecords.fitted(model.roles(), List.of(table), List.of(model.roles()));
    }
}
