package dev.cdm.matching;

import com.google.common.collect.ImmutableMap;
import dev.cdm.matching.clustering.LinkAssignment;
import dev.cdm.matching.joining.Constraints;
import dev.cdm.matching.joining.Joining;
import dev.cdm.matching.mixture.PersonModel;
import dev.cdm.matching.naming.Nicknames;
import dev.cdm.matching.person.Role;
import dev.cdm.matching.roles.AppliedMatching;
import dev.cdm.matching.roles.PersonMatching;
import dev.cdm.matching.roles.PersonRecords;
import dev.cdm.matching.table.Table;
import dev.cdm.matching.table.Workers;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the records of two tables that belong to one person, without labels and without settings. As a rule every record
 * has at most one link. Immutable and safe for any thread.
 */
public final class Linker {

    private final ImmutableMap<String, Role> left;
    private final ImmutableMap<String, Role> right;
    private final LinkAssignment cardinality;
    private final Nicknames nicknames;
    private final Joining joining;
    private final Workers workers;
    private final @Nullable PersonModel model;

    private Linker(
            ImmutableMap<String, Role> left,
            ImmutableMap<String, Role> right,
            LinkAssignment cardinality,
            Nicknames nicknames,
            Joining joining,
            Workers workers,
            @Nullable PersonModel model) {
        this.model = model;
        this.left = left;
        this.right = right;
        this.cardinality = cardinality;
        this.nicknames = nicknames;
        this.joining = joining;
        this.workers = workers;
    }

    /**
     * {@return a linker with all defaults}
     *
     * @param roles what the columns of both tables mean, by the name of the column; other columns are ignored
     */
    public static Linker of(Map<String, Role> roles) {
        return of(roles, roles);
    }

    /**
     * {@return a linker with all defaults}
     *
     * @param left what the columns of the left table mean
     * @param right what the columns of the right table mean
     */
    public static Linker of(Map<String, Role> left, Map<String, Role> right) {
        return new Linker(
                ImmutableMap.copyOf(left),
                ImmutableMap.copyOf(right),
                LinkAssignment.ONE_TO_ONE,
                Nicknames.usual(),
                Joining.USUAL,
                Workers.caller(),
                null);
    }

    /**
     * {@return a linker that learns nothing and goes by a model, for tables with the columns of the model}
     *
     * @param model the model; its threshold is the default
     */
    public static Linker with(PersonModel model) {
        return with(model, model.roles(), model.roles());
    }

    /**
     * {@return a linker that learns nothing and goes by a model}
     *
     * @param model the model; its threshold is the default
     * @param left what the columns of the left table mean; they meet those of the model as in
     *     {@link Deduplicator#with(PersonModel, Map)}
     * @param right what the columns of the right table mean
     */
    public static Linker with(PersonModel model, Map<String, Role> left, Map<String, Role> right) {
        return new Linker(
                ImmutableMap.copyOf(left),
                ImmutableMap.copyOf(right),
                LinkAssignment.ONE_TO_ONE,
                Nicknames.usual(),
                Joining.USUAL,
                Workers.caller(),
                model);
    }

    /**
     * {@return this linker with another number of links per record}
     *
     * @param links how many links a record may have; {@link LinkAssignment#ONE_TO_ONE} by default
     */
    public Linker cardinality(LinkAssignment links) {
        return new Linker(left, right, links, nicknames, joining, workers, model);
    }

    /**
     * {@return this linker with another threshold}
     *
     * @param probability the calibrated probability above which records are linked, above 0 and below 1; by default that
     *     of a model, or its even odds, as {@link Deduplicator#threshold(double)} tells
     */
    public Linker threshold(double probability) {
        return new Linker(left, right, cardinality, nicknames, joining.above(probability), workers, model);
    }

    /**
     * {@return this linker with more nicknames than the usual English ones; a model goes by its own}
     *
     * @param shortForms short forms by given name; in any case
     */
    public Linker nicknames(Map<String, ? extends Collection<String>> shortForms) {
        return new Linker(left, right, cardinality, nicknames.with(shortForms), joining, workers, model);
    }

    /**
     * {@return this linker with constraints on what is joined}
     *
     * @param all the constraints; none by default
     */
    public Linker constraints(Constraints all) {
        return new Linker(left, right, cardinality, nicknames, joining.under(all), workers, model);
    }

    /**
     * {@return this linker with help}
     *
     * @param helpers who does the work; the calling thread alone by default
     */
    public Linker workers(Workers helpers) {
        return new Linker(left, right, cardinality, nicknames, joining, helpers, model);
    }

    /**
     * {@return the links between two tables, sorted by the left and then by the right id in code-point order}
     *
     * @param leftTable the left records
     * @param rightTable the right records; no id may occur twice in both tables together
     * @throws IllegalArgumentException if a column with a role is not in its table, or if two records have one id
     * @throws java.util.concurrent.CancellationException if the workers were told to stop
     */
    public MatchPairs link(Table leftTable, Table rightTable) {
        if (model != null) {
            AppliedMatching applied = AppliedMatching.link(
                    model,
                    List.of(leftTable, rightTable),
                    List.of(left, right),
                    cardinality,
                    joining,
                    workers);
            return MatchPairs.links(applied.records(), applied);
        }
        PersonRecords records = new PersonRecords(leftTable, left, rightTable, right)
                .nicknames(nicknames)
                .joining(joining);
        return MatchPairs.links(records, PersonMatching.link(records, cardinality, workers));
    }
}
