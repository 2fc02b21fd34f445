package dev.cdm.core.linking;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableMap;
import dev.cdm.core.internal.ContentHash;
import dev.cdm.core.model.Identifier;
import dev.cdm.core.model.IdentifierType;
import java.util.Comparator;

/**
 * What each type of identifier may do: whether a shared value links two records, how many values one profile may have,
 * which values mean nobody, and how many records one value may link before it counts as generic. Immutable, thread-safe.
 *
 * <p>{@link #standard} is this table; a type that is not in it never links and has no limit.
 *
 * <table>
 * <caption>The standard limits</caption>
 * <tr><th>type</th><th>behaviour</th><th>values per profile</th><th>priority</th><th>records per value</th><th>blocked besides the words below</th></tr>
 * <tr><td>{@code user_id}</td><td>one, exclusive, stable</td><td>1</td><td>1</td><td>10,000</td><td></td></tr>
 * <tr><td>{@code email}</td><td>one</td><td>5</td><td>2</td><td>1,000</td><td>local parts {@code noreply}, {@code no-reply}, {@code donotreply}, {@code mailer-daemon}, {@code postmaster}, {@code nobody}, {@code test} and the words, at any domain; the domains {@code test}, {@code test.} with any ending, {@code invalid} and {@code localhost}</td></tr>
 * <tr><td>{@code loyalty_number}</td><td>one, stable</td><td>5</td><td>3</td><td>100</td><td></td></tr>
 * <tr><td>{@code phone}</td><td>few</td><td>5</td><td>4</td><td>100</td><td>a plus sign and zeros only</td></tr>
 * <tr><td>{@code social_account}</td><td>one</td><td>5</td><td>5</td><td>100</td><td>the words as handle</td></tr>
 * <tr><td>{@code anonymous_id}</td><td>few</td><td>1,000</td><td>6</td><td>1,000</td><td></td></tr>
 * </table>
 *
 * <p>All of them link, and all limits hold for ever. Of a loyalty number upper and lower case are one value, because it is
 * read from cards and typed by hand; a user id, an anonymous id and a handle are opaque, so case counts; e-mail addresses
 * are folded when they are normalised.
 *
 * <p>Blocked in every type, upper or lower case: only zeros, dashes, dots, slashes, underscores and spaces; {@code null},
 * {@code (null)}, {@code nil}, {@code none}, {@code n/a}, {@code na}, {@code nan}, {@code -1}, {@code unknown},
 * {@code undefined}, {@code anonymous}, {@code test}. The domains that RFC 2606 reserves for examples are not blocked, for
 * tests and demonstrations use them; {@link IdentifierLimitsBuilder#blockReservedDomains} does.
 *
 * <p>The numbers one and five, user id before e-mail, and the blocked words are known from Segment Unify. Anonymous ids
 * get more room, since the limit holds for ever and not for a week.
 */
public final class IdentifierLimits {

    /** The number that stands for no limit. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    private static final IdentifierLimits STANDARD = LimitTables.standard();

    private final ImmutableMap<IdentifierType, IdentifierRule> rules;
    private final BlockedValues blocked;

    IdentifierLimits(IdentifierLimitsBuilder builder) {
        this.rules = ImmutableMap.copyOf(builder.rules);
        this.blocked = builder.blocked;
    }

    /** {@return the limits of the table above} */
    public static IdentifierLimits standard() {
        return STANDARD;
    }

    /**
     * {@return limits as users of Segment Unify know them}
     *
     * <p>One user id and five of every other type for ever; user id first, e-mail second, then by name: Android and iOS
     * ids, push tokens, {@code anonymous_id}, {@code ga_client_id}, {@code group_id}. Blocked are values of zeros and
     * dashes only, {@code -1}, {@code null} and {@code anonymous}. A link that would exceed a limit is not made, so the
     * value of the lower priority gives way. A value links up to 1,000 records, the ceiling of its mappings per profile.
     *
     * <p>Unlike there, the order of arrival does not matter, and a change of the limits reaches what came before. Its
     * advice for anonymous ids, five weekly, is {@code rule.limit(5, LimitWindow.WEEKLY)}.
     */
    public static IdentifierLimits segmentLike() {
        return LimitTables.segmentLike();
    }

    /**
     * {@return limits as users of mParticle's IDSync know them}
     *
     * <p>Identifiers of a login name one person: one customer id ({@code user_id}), phone, e-mail and other id
     * ({@code loyalty_number}) per profile, in this order, then accounts in social networks, then ids of devices without
     * limit. So a device that two customers use never makes one of them. Nothing is blocked.
     *
     * <p>Unlike there, an identifier does not move to whoever claimed it last, which would make the outcome depend on the
     * order of arrival: of carriers that must not be one profile, the first by priority and record id are linked.
     */
    public static IdentifierLimits mparticleLike() {
        return LimitTables.mparticleLike();
    }

    /** {@return a builder without any type and blocked value} */
    public static IdentifierLimitsBuilder builder() {
        return new IdentifierLimitsBuilder();
    }

    /** {@return a builder that starts with these limits} */
    public IdentifierLimitsBuilder toBuilder() {
        IdentifierLimitsBuilder builder = new IdentifierLimitsBuilder();
        builder.rules.putAll(rules);
        builder.blocked = blocked;
        return builder;
    }

    /**
     * {@return the rule of a type; one that neither links nor limits if the type is not known}
     *
     * @param type the type
     */
    public IdentifierRule rule(IdentifierType type) {
        IdentifierRule rule = rules.get(type);
        return rule == null ? IdentifierRule.of(type) : rule;
    }

    /**
     * {@return whether the value means nobody: it neither links nor counts}
     *
     * @param identifier the identifier
     */
    public boolean blocks(Identifier identifier) {
        String value = BlockedValues.plain(identifier.value());
        return blocked.contain(value) || rule(identifier.type()).blocked().contain(value);
    }

    /**
     * {@return whether records that share the value are linked by it, as long as they are not too many}
     *
     * @param identifier the identifier
     */
    public boolean links(Identifier identifier) {
        return rule(identifier.type()).strong() && !blocks(identifier);
    }

    /**
     * {@return the identifier as it is compared: ASCII letters in lower case where the rule of its type is caseless}
     *
     * @param identifier the identifier
     */
    public Identifier compared(Identifier identifier) {
        if (!rule(identifier.type()).isCaseless()) {
            return identifier;
        }
        String folded = Ascii.toLowerCase(identifier.value());
        return folded.equals(identifier.value()) ? identifier : new Identifier(identifier.type(), folded);
    }

    /** {@return a hash of everything above: equal for limits that were built from the same rules, in any order} */
    public String fingerprint() {
        ContentHash hash = new ContentHash();
        blocked.addTo(hash);
        rules.values().stream()
                .sorted(Comparator.comparing(rule -> rule.type().name()))
                .forEach(rule -> rule.addTo(hash));
        return hash.finish();
    }

    @Override
    public String toString() {
        return "IdentifierLimits" + rules.keySet();
    }
}
