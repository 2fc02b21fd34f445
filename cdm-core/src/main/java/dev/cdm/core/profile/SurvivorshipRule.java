package dev.cdm.core.profile;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.model.AssertionKind;
import dev.cdm.core.model.AttributeKey;
import dev.cdm.core.model.VerificationState;
import java.util.Comparator;
import java.util.List;

/**
 * How the values of an attribute are ranked, and whether the best or all of them survive. Immutable, thread-safe.
 *
 * <p>A rule is a chain of steps: the first that tells two candidates apart decides. {@link #then} adds steps. Whatever
 * a rule leaves open is decided by {@link #standard}, and in the end by the order of text and record id, so that there
 * is always one result.
 */
public final class SurvivorshipRule {

    private static final SurvivorshipRule STANDARD =
            verified().then(stated()).then(mostTrusted()).then(mostRecent()).then(mostComplete());

    private final ImmutableList<Criterion> criteria;
    private final Extent extent;

    /** How many values survive. */
    enum Extent {
        AS_THE_SCHEMA_SAYS,
        BEST,
        ALL
    }

    private SurvivorshipRule(ImmutableList<Criterion> criteria, Extent extent) {
        this.criteria = criteria;
        this.extent = extent;
    }

    private static SurvivorshipRule of(String reason, Comparator<? super Candidate<?>> order) {
        return new SurvivorshipRule(ImmutableList.of(new Criterion(reason, order, null)), Extent.AS_THE_SCHEMA_SAYS);
    }

    /**
     * {@return the default: verified values first and those that failed a check last, stated before inferred, then the
     * most trusted source, the most recent and the most complete value}
     */
    public static SurvivorshipRule standard() {
        return STANDARD;
    }

    /** {@return verified values before unverified ones, and those before values that failed a check} */
    public static SurvivorshipRule verified() {
        return of("verified", Comparator.comparingInt(SurvivorshipRule::doubt));
    }

    private static int doubt(Candidate<?> candidate) {
        VerificationState state = candidate.provenance().verification();
        return state == VerificationState.VERIFIED ? 0 : state == VerificationState.UNVERIFIED ? 1 : 2;
    }

    /** {@return what was declared or observed before what was derived, and that before what was inferred} */
    public static SurvivorshipRule stated() {
        return of("stated", Comparator.comparingInt(SurvivorshipRule::distance));
    }

    private static int distance(Candidate<?> candidate) {
        AssertionKind kind = candidate.provenance().assertion();
        return kind == AssertionKind.INFERRED ? 2 : kind == AssertionKind.DERIVED ? 1 : 0;
    }

    /** {@return values of more trusted sources first; trust is that of the registry of source systems} */
    public static SurvivorshipRule mostTrusted() {
        return of("most trusted source", Comparator.comparingInt((Candidate<?> candidate) -> -candidate.trust()));
    }

    /** {@return later values first, by {@link Candidate#effectiveAt}} */
    public static SurvivorshipRule mostRecent() {
        return of("most recent", (first, second) -> second.effectiveAt().compareTo(first.effectiveAt()));
    }

    /** {@return earlier values first, by {@link Candidate#effectiveAt}; for facts such as the first contact} */
    public static SurvivorshipRule oldest() {
        return of("oldest", (first, second) -> first.effectiveAt().compareTo(second.effectiveAt()));
    }

    /** {@return values that more records assert first} */
    public static SurvivorshipRule mostFrequent() {
        return of("most frequent", Comparator.comparingInt((Candidate<?> candidate) -> -candidate.support()));
    }

    /** {@return values whose canonical text has more code points first} */
    public static SurvivorshipRule longest() {
        return of("longest", Comparator.comparingInt((Candidate<?> candidate) -> -Completeness.length(candidate)));
    }

    /** {@return values with more parts first; for names, addresses and affiliations, all others count as equal} */
    public static SurvivorshipRule mostComplete() {
        return of("most complete", Comparator.comparingInt((Candidate<?> candidate) -> -Completeness.parts(candidate)));
    }

    /**
     * {@return values of the listed sources first, in the order of the list}
     *
     * @param sources ids of source systems, the best first; those not listed come after all listed ones
     */
    public static SurvivorshipRule sourceOrder(String... sources) {
        List<String> order = ImmutableList.copyOf(sources);
        return of("source order", Comparator.comparingInt(candidate -> {
            int place = order.indexOf(candidate.recordId().system());
            return place < 0 ? order.size() : place;
        }));
    }

    /**
     * {@return values of a source in which stewards set values by hand before all others}
     *
     * @param source the id of the source system
     */
    public static SurvivorshipRule pinned(String source) {
        return of(
                "pinned",
                Comparator.comparing(candidate -> !candidate.recordId().system().equals(source)));
    }

    /**
     * {@return values of the record that won another attribute first, so that the two belong together}
     *
     * @param other the other attribute
     */
    public static SurvivorshipRule sameRecordAs(AttributeKey<?> other) {
        Criterion criterion = new Criterion("same record as " + other.name(), null, other);
        return new SurvivorshipRule(ImmutableList.of(criterion), Extent.AS_THE_SCHEMA_SAYS);
    }

    /**
     * {@return a rule of the host's own}
     *
     * @param reason how a lineage names the rule, without personal data
     * @param order the better candidate comes first; must depend on nothing but the two candidates
     */
    public static SurvivorshipRule comparing(String reason, Comparator<? super Candidate<?>> order) {
        return of(Checks.notBlank(reason, "reason"), order);
    }

    /**
     * {@return this rule, with more steps for what it leaves open; how many values survive stays as it is here}
     *
     * @param next the further steps
     */
    public SurvivorshipRule then(SurvivorshipRule next) {
        return new SurvivorshipRule(
                ImmutableList.<Criterion>builder()
                        .addAll(criteria)
                        .addAll(next.criteria)
                        .build(),
                extent);
    }

    /** {@return this rule; all distinct values survive, the best first, whatever the schema says} */
    public SurvivorshipRule keepingAll() {
        return new SurvivorshipRule(criteria, Extent.ALL);
    }

    /** {@return this rule; only the best value survives, whatever the schema says} */
    public SurvivorshipRule keepingBest() {
        return new SurvivorshipRule(criteria, Extent.BEST);
    }

    /* These steps and then another rule as it is. */
    SurvivorshipRule before(SurvivorshipRule rule) {
        return new SurvivorshipRule(then(rule).criteria, rule.extent);
    }

    ImmutableList<Criterion> criteria() {
        return criteria;
    }

    boolean keepsAll(boolean manyInSchema) {
        return extent == Extent.ALL || (extent == Extent.AS_THE_SCHEMA_SAYS && manyInSchema);
    }

    @Override
    public String toString() {
        return "SurvivorshipRule" + criteria.stream().map(Criterion::reason).toList();
    }
}
