package dev.cdm.matching;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cdm.matching.joining.Answer;
import dev.cdm.matching.joining.ClusteringMethod;
import dev.cdm.matching.joining.Constraints;
import dev.cdm.matching.joining.Joining;
import dev.cdm.matching.mixture.PersonModel;
import dev.cdm.matching.naming.Nicknames;
import dev.cdm.matching.person.Role;
import dev.cdm.matching.records.PersonRecords;
import dev.cdm.matching.roles.AppliedMatching;
import dev.cdm.matching.roles.PersonMatching;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.Workers;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the records of one table that belong to one person, without labels and without settings: it is told what the
 * columns mean and learns the rest from the records.
 *
 * <p>The same records in any order, with any number of threads, give the same result. Immutable and safe for any thread.
 */
public final class Deduplicator {

    private final ImmutableMap<String, Role> roles;
    private final Nicknames nicknames;
    private final Joining joining;
    private final Workers workers;
    private final @Nullable PersonModel model;

    private Deduplicator(
            ImmutableMap<String, Role> roles,
            Nicknames nicknames,
            Joining joining,
            Workers workers,
            @Nullable PersonModel model) {
        this.model = model;
        this.roles = roles;
        this.nicknames = nicknames;
        this.joining = joining;
        this.workers = workers;
    }

    /**
     * {@return a deduplicator with all defaults}
     *
     * @param roles what the columns mean, by the name of the column; other columns are ignored
     */
    public static Deduplicator of(Map<String, Role> roles) {
        return new Deduplicator(ImmutableMap.copyOf(roles), Nicknames.usual(), Joining.USUAL, Workers.caller(), null);
    }

    /**
     * {@return a deduplicator that learns nothing and goes by a model, for tables with the columns of the model}
     *
     * <p>Whether two records are compared, and how they score, then depends on the two and on the model alone; the clusters
     * of a table are those of its records in any other company, as far as they hang together.
     *
     * @param model the model; its threshold is the default
     */
    public static Deduplicator with(PersonModel model) {
        return with(model, model.roles());
    }

    /**
     * {@return a deduplicator that learns nothing and goes by a model}
     *
     * @param model the model; its threshold is the default
     * @param roles what the columns mean. They meet those of the model by name if the model knows all of them, else by role
     *     and, several of one role, in the order of the table; what the table lacks counts as missing
     */
    public static Deduplicator with(PersonModel model, Map<String, Role> roles) {
        return new Deduplicator(ImmutableMap.copyOf(roles), Nicknames.usual(), Joining.USUAL, Workers.caller(), model);
    }

    /**
     * {@return this deduplicator with another threshold}
     *
     * @param probability the calibrated probability above which records are joined, above 0 and below 1. Without one a
     *     model has its own threshold, and a model learned from the records joins above even odds as it sees them before
     *     they are calibrated: {@link PersonModel#threshold()} of the result tells what probability that is
     */
    public Deduplicator threshold(double probability) {
        return new Deduplicator(roles, nicknames, joining.above(probability), workers, model);
    }

    /**
     * {@return this deduplicator with more nicknames than the usual English ones; a model goes by its own}
     *
     * @param shortForms short forms by given name, such as {@code Aleksander} to {@code Olek}; in any case
     */
    public Deduplicator nicknames(Map<String, ? extends Collection<String>> shortForms) {
        return new Deduplicator(roles, nicknames.with(shortForms), joining, workers, model);
    }

    /**
     * {@return this deduplicator with constraints on what is joined}
     *
     * @param all the constraints; none by default
     */
    public Deduplicator constraints(Constraints all) {
        return new Deduplicator(roles, nicknames, joining.under(all), workers, model);
    }

    /**
     * {@return this deduplicator with what people said of some pairs} A match holds like a must-link, no match like a
     * cannot-link; and the model that is learned corrects itself by them, for pairs that are like those. A model that was
     * given is not changed: its matches and no-matches hold, and that is all.
     *
     * @param known the answers; none by default
     * @see Clusters#questions
     */
    public Deduplicator answers(Collection<Answer> known) {
        return new Deduplicator(roles, nicknames, joining.answered(ImmutableList.copyOf(known)), workers, model);
    }

    /**
     * {@return this deduplicator with another way from pairs to clusters}
     *
     * @param method which; {@link ClusteringMethod#FIELDWISE} by default
     */
    public Deduplicator clustering(ClusteringMethod method) {
        return new Deduplicator(roles, nicknames, joining.by(method), workers, model);
    }

    /**
     * {@return this deduplicator with help}
     *
     * @param helpers who does the work; the calling thread alone by default
     */
    public Deduplicator workers(Workers helpers) {
        return new Deduplicator(roles, nicknames, joining, helpers, model);
    }

    /**
     * {@return the clusters of a table}
     *
     * @param table the records
     * @throws IllegalArgumentException if a column with a role is not in the table, if the model has no place for one, or if
     *     two records have one id, or if constraints contradict each other or name a column that is not there
     * @throws java.util.concurrent.CancellationException if the workers were told to stop
     */
    public Clusters dedupe(Table table) {
        if (model != null) {
            AppliedMatching applied = AppliedMatching.dedupe(model, table, roles, joining, workers);
            return new Clusters(applied.records(), applied);
        }
        PersonRecords records =
                new PersonRecords(table, roles).nicknames(nicknames).joining(joining);
        return new Clusters(records, PersonMatching.dedupe(records, workers));
    }
}
