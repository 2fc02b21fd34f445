package dev.cdm.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cdm.core.value.Affiliation;
import dev.cdm.core.value.AttributeValue;
import dev.cdm.core.value.FlagValue;
import dev.cdm.core.value.Interest;
import dev.cdm.core.value.Money;
import dev.cdm.core.value.MoneyBand;
import dev.cdm.core.value.NumberValue;
import dev.cdm.core.value.PersonName;
import dev.cdm.core.value.PostalAddress;
import dev.cdm.core.value.Preference;
import dev.cdm.core.value.SealedText;
import dev.cdm.core.value.SocialAccount;
import dev.cdm.core.value.Tag;
import java.io.IOException;

/** Values as people read them: in parts where there are parts. */
final class ReadableValue {

    private ReadableValue() {}

    static void write(AttributeValue value, JsonGenerator out) throws IOException {
        if (value instanceof PersonName name) {
            name(name, out);
        } else if (value instanceof PostalAddress address) {
            address(address, out);
        } else if (value instanceof Affiliation role) {
            role(role, out);
        } else if (value instanceof Money money) {
            parts(
                    out,
                    "amount",
                    money.amount().toPlainString(),
                    "currency",
                    money.currency().getCurrencyCode());
        } else if (value instanceof MoneyBand band) {
            band(band, out);
        } else if (value instanceof NumberValue number) {
            out.writeNumber(number.canonicalText());
        } else if (value instanceof FlagValue flag) {
            out.writeBoolean(flag.flag());
        } else {
            fact(value, out);
        }
    }

    private static void fact(AttributeValue value, JsonGenerator out) throws IOException {
        if (value instanceof Preference preference) {
            parts(out, "topic", preference.topic(), "choice", preference.choice());
        } else if (value instanceof SocialAccount account) {
            parts(out, "network", account.network(), "handle", account.handle());
        } else if (value instanceof Tag tag) {
            parts(out, "tag", tag.name(), "polarity", Integer.toString(tag.polarity()));
        } else if (value instanceof Interest interest) {
            parts(
                    out,
                    "topic",
                    interest.topic(),
                    "weight",
                    Double.toString(interest.weight()),
                    "last_seen",
                    interest.lastSeen().toString());
        } else if (value instanceof SealedText) {
            out.writeString("sealed");
        } else {
            out.writeString(value.canonicalText());
        }
    }

    private static void name(PersonName name, JsonGenerator out) throws IOException {
        parts(
                out,
                "family",
                name.family(),
                "given",
                name.given(),
                "middle",
                name.middle(),
                "prefix",
                name.prefix(),
                "suffix",
                name.suffix(),
                "family_kana",
                name.familyKana(),
                "given_kana",
                name.givenKana(),
                "family_latin",
                name.familyLatin(),
                "given_latin",
                name.givenLatin(),
                "whole",
                name.whole());
    }

    private static void address(PostalAddress address, JsonGenerator out) throws IOException {
        parts(
                out,
                "street",
                address.street(),
                "city",
                address.city(),
                "region",
                address.region(),
                "postcode",
                address.postcode(),
                "country",
                address.country(),
                "extra",
                address.extra());
    }

    private static void role(Affiliation role, JsonGenerator out) throws IOException {
        parts(
                out,
                "organization",
                role.organization(),
                "title",
                role.title(),
                "department",
                role.department(),
                "from",
                role.from().map(Object::toString).orElse(""),
                "to",
                role.to().map(Object::toString).orElse(""));
    }

    private static void band(MoneyBand band, JsonGenerator out) throws IOException {
        parts(
                out,
                "from",
                band.low().toPlainString(),
                "below",
                band.high().toPlainString(),
                "currency",
                band.currency().getCurrencyCode());
    }

    /* Names and texts in turn; what is empty is left out. */
    private static void parts(JsonGenerator out, String... namesAndTexts) throws IOException {
        out.writeStartObject();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            ProvenanceFormat.writeUnless(out, namesAndTexts[i], namesAndTexts[i + 1], "");
        }
        out.writeEndObject();
    }
}
