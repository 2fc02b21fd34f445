package dev.cdm.core.json;

import com.google.common.collect.ImmutableMap;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.value.Affiliation;
import dev.cdm.core.value.AttributeValue;
import dev.cdm.core.value.CodeValue;
import dev.cdm.core.value.DateValue;
import dev.cdm.core.value.EmailAddress;
import dev.cdm.core.value.FlagValue;
import dev.cdm.core.value.Interest;
import dev.cdm.core.value.Money;
import dev.cdm.core.value.MoneyBand;
import dev.cdm.core.value.NumberValue;
import dev.cdm.core.value.PersonName;
import dev.cdm.core.value.PhoneNumber;
import dev.cdm.core.value.PostalAddress;
import dev.cdm.core.value.Preference;
import dev.cdm.core.value.SealedText;
import dev.cdm.core.value.SocialAccount;
import dev.cdm.core.value.Tag;
import dev.cdm.core.value.TextValue;
import dev.cdm.core.value.TimestampValue;
import dev.cdm.core.value.UriValue;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values as a tag for the type and a text: the canonical one, but for sealed texts with the cipher text. */
final class ValueTexts {

    /** A type of value: its tag and how its texts are read. */
    record Type(String tag, Class<? extends AttributeValue> type, Function<String, AttributeValue> reader) {}

    private static final List<Type> TYPES = List.of(
            new Type("affiliation", Affiliation.class, Affiliation::parse),
            new Type("code", CodeValue.class, CodeValue::new),
            new Type("date", DateValue.class, text -> new DateValue(Tokens.date(text))),
            new Type("email", EmailAddress.class, EmailAddress::parse),
            new Type("flag", FlagValue.class, text -> new FlagValue(Boolean.parseBoolean(text))),
            new Type("interest", Interest.class, Interest::parse),
            new Type("money", Money.class, Money::parse),
            new Type("money_band", MoneyBand.class, MoneyBand::parse),
            new Type("number", NumberValue.class, NumberValue::parse),
            new Type("name", PersonName.class, PersonName::parse),
            new Type("phone", PhoneNumber.class, PhoneNumber::parse),
            new Type("address", PostalAddress.class, PostalAddress::parse),
            new Type("preference", Preference.class, Preference::parse),
            new Type("sealed", SealedText.class, SealedText::parse),
            new Type("social", SocialAccount.class, SocialAccount::parse),
            new Type("tag", Tag.class, Tag::parse),
            new Type("text", TextValue.class, TextValue::new),
            new Type("timestamp", TimestampValue.class, text -> new TimestampValue(Tokens.instant(text))),
            new Type("uri", UriValue.class, text -> new UriValue(URI.create(text))));

    private static final ImmutableMap<String, Type> BY_TAG =
            TYPES.stream().collect(ImmutableMap.toImmutableMap(Type::tag, type -> type));
    private static final ImmutableMap<Class<? extends AttributeValue>, String> TAGS =
            TYPES.stream().collect(ImmutableMap.toImmutableMap(Type::type, Type::tag));

    private ValueTexts() {}

    static String tag(AttributeValue value) {
        @Nullable String tag = TAGS.get(value.getClass());
        if (tag == null) {
            throw new IllegalStateException("no tag for `" + value.getClass().getSimpleName() + "`");
        }
        return tag;
    }

    static String text(AttributeValue value) {
        return value instanceof SealedText sealed ? sealed.storedText() : value.canonicalText();
    }

    static Type type(String tag) {
        @Nullable Type type = BY_TAG.get(tag);
        if (type == null) {
            throw new IllegalArgumentException("`tag` must be that of a type of value");
        }
        return type;
    }

    static AttributeValue parse(Type type, String text) {
        AttributeValue value = type.reader().apply(text);
        /* Java versions before 19 write some numbers of floating point with more digits than needed. */
        Checks.require(value instanceof Interest || text(value).equals(text), "text", "must be canonical");
        return value;
    }
}
