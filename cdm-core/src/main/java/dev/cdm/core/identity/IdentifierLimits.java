package dev.cdm.core.identity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.model.Identifier;
import dev.cdm.core.model.IdentifierType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What each type of identifier may do: whether a shared value links two records, how many values one profile may have,
 * which values mean nobody, and how many records one value may link before it counts as generic. Immutable, thread-safe.
 *
 * <p>{@link #standard} is this table; a type that is not in it never links and has no limit.
 *
 * <table>
 * <caption>The standard limits</caption>
 * <tr><th>type</th><th>strong</th><th>values per profile</th><th>priority</th><th>records per value</th><th>blocked besides the words below</th></tr>
 * <tr><td>{@code user_id}</td><td>yes</td><td>1</td><td>1</td><td>10,000</td><td></td></tr>
 * <tr><td>{@code email}</td><td>yes</td><td>5</td><td>2</td><td>1,000</td><td>local parts {@code noreply}, {@code no-reply}, {@code donotreply}, {@code mailer-daemon}, {@code postmaster}, {@code nobody}, {@code test} and the words, at any domain</td></tr>
 * <tr><td>{@code loyalty_number}</td><td>yes</td><td>5</td><td>3</td><td>100</td><td></td></tr>
 * <tr><td>{@code phone}</td><td>yes</td><td>5</td><td>4</td><td>100</td><td>a plus sign and zeros only</td></tr>
 * <tr><td>{@code social_account}</td><td>yes</td><td>5</td><td>5</td><td>100</td><td>the words as handle</td></tr>
 * <tr><td>{@code anonymous_id}</td><td>yes</td><td>1,000</td><td>6</td><td>1,000</td><td></td></tr>
 * </table>
 *
 * <p>Blocked in every type, upper or lower case: only zeros, dashes, dots, slashes, underscores and spaces; {@code null},
 * {@code (null)}, {@code nil}, {@code none}, {@code n/a}, {@code na}, {@code nan}, {@code -1}, {@code unknown},
 * {@code undefined}, {@code anonymous}, {@code test}.
 *
 * <p>The limits of one user id and five other values, the order of user id before e-mail, and the blocked words are those
 * that users of Segment Unify know (its pages on identity resolution settings). Anonymous ids get more room here, since
 * the limit holds for ever and not for a week.
 */
public final class IdentifierLimits {

    /** The number that stands for no limit. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    private static final String WORDS = "null|\\(null\\)|nil|none|n/a|na|nan|-1|unknown|undefined|anonymous|test";
    private static final IdentifierLimits STANDARD = standardTable();

    private final ImmutableMap<IdentifierType, Rule> rules;
    private final ImmutableList<Pattern> blocked;

    private IdentifierLimits(Builder builder) {
        this.rules = ImmutableMap.copyOf(builder.rules);
        this.blocked = ImmutableList.copyOf(builder.blocked);
    }

    /** {@return the limits of the table above} */
    public static IdentifierLimits standard() {
        return STANDARD;
    }

    /** {@return a builder without any type and blocked value} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder that starts with these limits} */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.rules.putAll(rules);
        builder.blocked.addAll(blocked);
        return builder;
    }

    /**
     * {@return the rule of a type; one that neither links nor limits if the type is not known}
     *
     * @param type the type
     */
    public Rule rule(IdentifierType type) {
        Rule rule = rules.get(type);
        return rule == null ? Rule.of(type) : rule;
    }

    /**
     * {@return whether the value means nobody: it neither links nor counts}
     *
     * @param identifier the identifier
     */
    public boolean blocks(Identifier identifier) {
        String value = identifier.value().strip().toLowerCase(Locale.ROOT);
        return matches(blocked, value) || matches(rule(identifier.type()).blocked, value);
    }

    /**
     * {@return whether records that share the value are linked by it, as long as they are not too many}
     *
     * @param identifier the identifier
     */
    public boolean links(Identifier identifier) {
        return rule(identifier.type()).strong() && !blocks(identifier);
    }

    private static IdentifierLimits standardTable() {
        return IdentifierLimits.builder()
                .block("[-0./_\\s]*")
                .block(WORDS)
                .rule(standardRule(IdentifierType.USER_ID, 1, 1, 10_000))
                .rule(standardRule(IdentifierType.EMAIL, 5, 2, 1_000)
                        .block("(no[-_.]?reply|do[-_.]?not[-_.]?reply|mailer-daemon|postmaster|nobody)(\\+[^@]*)?@.*")
                        .block("(" + WORDS + ")(\\+[^@]*)?@.*"))
                .rule(standardRule(IdentifierType.LOYALTY_NUMBER, 5, 3, 100))
                .rule(standardRule(IdentifierType.PHONE, 5, 4, 100).block("\\+[-0\\s]*"))
                .rule(standardRule(IdentifierType.SOCIAL_ACCOUNT, 5, 5, 100).block("[^:]*:(" + WORDS + ")"))
                .rule(standardRule(IdentifierType.ANONYMOUS_ID, 1_000, 6, 1_000))
                .build();
    }

    private static Rule standardRule(IdentifierType type, int limit, int priority, int maxRecords) {
        return Rule.of(type).linking().limit(limit).priority(priority).maxRecords(maxRecords);
    }

    private static boolean matches(List<Pattern> patterns, String value) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(value).matches());
    }

    @Override
    public String toString() {
        return "IdentifierLimits" + rules.keySet();
    }

    /** Collects the rules; not thread-safe. */
    public static final class Builder {

        private final Map<IdentifierType, Rule> rules = new LinkedHashMap<>();
        private final List<Pattern> blocked = new ArrayList<>();

        private Builder() {}

        /**
         * {@return this builder, with the rule of a type in place of a former one}
         *
         * @param rule the rule
         */
        public Builder rule(Rule rule) {
            rules.put(rule.type(), rule);
            return this;
        }

        /**
         * {@return this builder; values of any type that match mean nobody}
         *
         * @param pattern a regular expression for the whole value in lower case, without white space at its ends
         */
        public Builder block(String pattern) {
            blocked.add(Pattern.compile(pattern));
            return this;
        }

        /** {@return the limits} */
        public IdentifierLimits build() {
            return new IdentifierLimits(this);
        }
    }

    /** What one type of identifier may do. Immutable; each method gives a changed copy. */
    public static final class Rule {

        private final IdentifierType type;
        private final boolean strong;
        private final int limit;
        private final int priority;
        private final int maxRecords;
        private final ImmutableList<Pattern> blocked;

        private Rule(
                IdentifierType type,
                boolean strong,
                int limit,
                int priority,
                int maxRecords,
                ImmutableList<Pattern> blocked) {
            this.type = type;
            this.strong = strong;
            this.limit = Checks.between(limit, 1, UNLIMITED, "limit");
            this.priority = Checks.between(priority, 1, UNLIMITED, "priority");
            this.maxRecords = Checks.between(maxRecords, 2, UNLIMITED, "maxRecords");
            this.blocked = blocked;
        }

        /**
         * {@return a rule that does not link, has no limit, priority 100, and lets a value link 100 records}
         *
         * @param type the type
         */
        public static Rule of(IdentifierType type) {
            return new Rule(type, false, UNLIMITED, 100, 100, ImmutableList.of());
        }

        /** {@return the rule under which records that share a value are linked} */
        public Rule linking() {
            return new Rule(type, true, limit, priority, maxRecords, blocked);
        }

        /**
         * {@return the rule with a limit}
         *
         * @param values how many distinct values one profile may have, from 1
         */
        public Rule limit(int values) {
            return new Rule(type, strong, values, priority, maxRecords, blocked);
        }

        /**
         * {@return the rule with a priority}
         *
         * @param rank from 1, the first; links of a higher rank are made first, so they win where not all can be made
         */
        public Rule priority(int rank) {
            return new Rule(type, strong, limit, rank, maxRecords, blocked);
        }

        /**
         * {@return the rule with a size beyond which a value is generic}
         *
         * @param records how many records may carry one value, from 2; a value that more of them carry links none of them
         */
        public Rule maxRecords(int records) {
            return new Rule(type, strong, limit, priority, records, blocked);
        }

        /**
         * {@return the rule with more values that mean nobody}
         *
         * @param pattern a regular expression for the whole value in lower case, without white space at its ends
         */
        public Rule block(String pattern) {
            ImmutableList.Builder<Pattern> more = ImmutableList.builder();
            more.addAll(blocked).add(Pattern.compile(pattern));
            return new Rule(type, strong, limit, priority, maxRecords, more.build());
        }

        /** {@return the type} */
        public IdentifierType type() {
            return type;
        }

        /** {@return whether records that share a value are linked} */
        public boolean strong() {
            return strong;
        }

        /** {@return how many distinct values one profile may have} */
        public int limit() {
            return limit;
        }

        /** {@return the priority, 1 first} */
        public int priority() {
            return priority;
        }

        /** {@return how many records one value may link} */
        public int maxRecords() {
            return maxRecords;
        }

        @Override
        public String toString() {
            return "Rule[" + type + (strong ? " strong" : " weak") + " limit " + limit + " priority " + priority + "]";
        }
    }
}
