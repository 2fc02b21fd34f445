package dev.cdm.core.value;

/**
 * The value of an attribute. Immutable, thread-safe, equal by content; {@code toString} never shows the content.
 */
public sealed interface AttributeValue
        permits Affiliation,
                CodeValue,
                DateValue,
                EmailAddress,
                FlagValue,
                Interest,
                Money,
                MoneyBand,
                NumberValue,
                PersonName,
                PhoneNumber,
                PostalAddress,
                Preference,
                SealedText,
                SocialAccount,
                Tag,
                TextValue,
                TimestampValue,
                UriValue {

    /**
     * {@return the one text that stands for this value: storable (no U+0000, no lone surrogate), not blank, and equal
     * for equal values of one type}
     */
    String canonicalText();
}
