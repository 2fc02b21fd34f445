package dev.cdm.core.linking;

import dev.cdm.core.model.IdentifierType;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects rules for {@link IdentifierLimits}; not thread-safe. */
public final class IdentifierLimitsBuilder {

    final Map<IdentifierType, IdentifierRule> rules = new LinkedHashMap<>();
    BlockedValues blocked = BlockedValues.NONE;

    IdentifierLimitsBuilder() {}

    /**
     * {@return this builder, with the rule of a type in place of a former one}
     *
     * @param rule the rule
     */
    public IdentifierLimitsBuilder rule(IdentifierRule rule) {
        rules.put(rule.type(), rule);
        return this;
    }

    /**
     * {@return this builder; values of any type that match mean nobody}
     *
     * @param pattern a regular expression for the whole value in lower case, without white space at its ends
     */
    public IdentifierLimitsBuilder block(String pattern) {
        blocked = blocked.withPattern(pattern);
        return this;
    }

    /**
     * {@return this builder; the value means nobody in any type}
     *
     * @param value the value, in upper or lower case
     */
    public IdentifierLimitsBuilder blockValue(String value) {
        blocked = blocked.withValue(value);
        return this;
    }

    /**
     * {@return this builder; e-mail addresses in the domains that RFC 2606 reserves mean nobody:} {@code example.com},
     * {@code example.net}, {@code example.org} and everything under {@code test}, {@code example}, {@code invalid} and
     * {@code localhost}
     */
    public IdentifierLimitsBuilder blockReservedDomains() {
        IdentifierRule rule = rules.get(IdentifierType.EMAIL);
        IdentifierRule emails = rule == null ? IdentifierRule.of(IdentifierType.EMAIL) : rule;
        return rule(emails.block(LimitTables.RESERVED_DOMAINS));
    }

    /** {@return the limits} */
    public IdentifierLimits build() {
        return new IdentifierLimits(this);
    }
}
