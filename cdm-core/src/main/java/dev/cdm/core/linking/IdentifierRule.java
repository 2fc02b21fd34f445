package dev.cdm.core.linking;

import dev.cdm.core.internal.Checks;
import dev.cdm.core.internal.ContentHash;
import dev.cdm.core.model.IdentifierType;

/** What one type of identifier is like and may do. Immutable; each method gives a changed copy. Thread-safe. */
public final class IdentifierRule {

    private static final Behaviour PLAIN = new Behaviour(Behaviour.Frequency.FEW, false, false);
    private static final int RECORDS_OF_ONE_PERSON = 1_000;

    private final IdentifierType type;
    private final Behaviour behaviour;
    private final boolean strong;
    private final ValueLimit limit;
    private final int priority;
    private final int maxRecords;
    private final boolean caseless;
    private final BlockedValues blocked;

    private IdentifierRule(
            IdentifierType type,
            Behaviour behaviour,
            boolean strong,
            ValueLimit limit,
            int priority,
            int maxRecords,
            boolean caseless,
            BlockedValues blocked) {
        this.type = type;
        this.behaviour = behaviour;
        this.strong = strong;
        this.limit = limit;
        this.priority = Checks.between(priority, 1, IdentifierLimits.UNLIMITED, "priority");
        this.maxRecords = Checks.between(maxRecords, 2, IdentifierLimits.UNLIMITED, "maxRecords");
        this.caseless = caseless;
        this.blocked = blocked;
    }

    /**
     * {@return a rule that does not link, has no limit, priority 100, and lets a value link 100 records}
     *
     * @param type the type
     */
    public static IdentifierRule of(IdentifierType type) {
        return new IdentifierRule(type, PLAIN, false, ValueLimit.NONE, 100, 100, false, BlockedValues.NONE);
    }

    /**
     * {@return a rule that follows from how a type behaves} A value that one person has links, up to 1,000 records; one
     * that a few or many share does not link by itself. An exclusive type whose values stay has a limit of one for ever:
     * two values are two persons. Values of an exclusive type that change follow each other, so they have no limit.
     *
     * @param type the type
     * @param behaviour how it behaves
     */
    public static IdentifierRule of(IdentifierType type, Behaviour behaviour) {
        IdentifierRule rule = of(type).behaving(behaviour);
        IdentifierRule linking = behaviour.frequency() == Behaviour.Frequency.ONE
                ? rule.linking().maxRecords(RECORDS_OF_ONE_PERSON)
                : rule;
        return behaviour.exclusive() && behaviour.stable() ? linking.limit(1) : linking;
    }

    /**
     * {@return the rule with another behaviour, which describes the type and changes no other part}
     *
     * @param other how the type behaves
     */
    public IdentifierRule behaving(Behaviour other) {
        return new IdentifierRule(type, other, strong, limit, priority, maxRecords, caseless, blocked);
    }

    /** {@return the rule under which records that share a value are linked} */
    public IdentifierRule linking() {
        return new IdentifierRule(type, behaviour, true, limit, priority, maxRecords, caseless, blocked);
    }

    /**
     * {@return the rule with a limit for ever}
     *
     * @param values how many distinct values one profile may have, from 1
     */
    public IdentifierRule limit(int values) {
        return limit(values, LimitWindow.EVER);
    }

    /**
     * {@return the rule with a limit}
     *
     * @param values how many distinct values one profile may have in each span, from 1
     * @param window which spans
     */
    public IdentifierRule limit(int values, LimitWindow window) {
        ValueLimit other = new ValueLimit(values, window);
        return new IdentifierRule(type, behaviour, strong, other, priority, maxRecords, caseless, blocked);
    }

    /**
     * {@return the rule with a priority}
     *
     * @param rank from 1, the first; links of a higher rank are made first, so they win where not all can be made
     */
    public IdentifierRule priority(int rank) {
        return new IdentifierRule(type, behaviour, strong, limit, rank, maxRecords, caseless, blocked);
    }

    /**
     * {@return the rule with a size beyond which a value is generic}
     *
     * @param records how many records may carry one value, from 2; a value that more of them carry links none of them
     */
    public IdentifierRule maxRecords(int records) {
        return new IdentifierRule(type, behaviour, strong, limit, priority, records, caseless, blocked);
    }

    /** {@return the rule under which values that differ only in the case of ASCII letters are one value} */
    public IdentifierRule caseless() {
        return new IdentifierRule(type, behaviour, strong, limit, priority, maxRecords, true, blocked);
    }

    /**
     * {@return the rule with more values that mean nobody}
     *
     * @param pattern a regular expression for the whole value in lower case, without white space at its ends
     */
    public IdentifierRule block(String pattern) {
        return blocking(blocked.withPattern(pattern));
    }

    /**
     * {@return the rule with one more value that means nobody}
     *
     * @param value the value, in upper or lower case
     */
    public IdentifierRule blockValue(String value) {
        return blocking(blocked.withValue(value));
    }

    private IdentifierRule blocking(BlockedValues more) {
        return new IdentifierRule(type, behaviour, strong, limit, priority, maxRecords, caseless, more);
    }

    /** {@return the type} */
    public IdentifierType type() {
        return type;
    }

    /** {@return how the type behaves} */
    public Behaviour behaviour() {
        return behaviour;
    }

    /** {@return whether records that share a value are linked} */
    public boolean strong() {
        return strong;
    }

    /** {@return how many distinct values one profile may have, and in which span} */
    public ValueLimit limit() {
        return limit;
    }

    /** {@return whether there is a limit} */
    public boolean isLimited() {
        return limit.values() != IdentifierLimits.UNLIMITED;
    }

    /** {@return the priority, 1 first} */
    public int priority() {
        return priority;
    }

    /** {@return how many records one value may link} */
    public int maxRecords() {
        return maxRecords;
    }

    /** {@return whether upper and lower case are one value} */
    public boolean isCaseless() {
        return caseless;
    }

    BlockedValues blocked() {
        return blocked;
    }

    void addTo(ContentHash hash) {
        hash.add(type.name()).add(behaviour.toString()).add(Boolean.toString(strong));
        hash.add(limit.values()).add(limit.window().name()).add(priority).add(maxRecords);
        blocked.addTo(hash.add(Boolean.toString(caseless)));
    }

    @Override
    public String toString() {
        return "IdentifierRule[" + type + (strong ? " strong" : " weak") + " limit " + limit.values() + " priority "
                + priority + "]";
    }
}
