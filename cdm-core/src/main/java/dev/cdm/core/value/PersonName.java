package dev.cdm.core.value;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The name of a person, in its parts, with reading and Latin form where the writing needs them.
 *
 * <p>A part that is not there is the empty text; at least one part is there.
 *
 * @param family the family name
 * @param given the given name
 * @param middle further given names
 * @param prefix honorific prefixes, such as Dr
 * @param suffix suffixes, such as Jr
 * @param familyKana the reading of the family name in katakana
 * @param givenKana the reading of the given name in katakana
 * @param familyLatin the family name in Latin letters, where it is written otherwise
 * @param givenLatin the given name in Latin letters, where it is written otherwise
 * @param whole the whole name as one text, where its parts are not known
 */
public record PersonName(
        String family,
        String given,
        String middle,
        String prefix,
        String suffix,
        String familyKana,
        String givenKana,
        String familyLatin,
        String givenLatin,
        String whole)
        implements AttributeValue {

    private static final Set<UnicodeScript> EAST_ASIAN =
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

    /** Checks that some part is there. */
    public PersonName {
        Components.someOf(
                "parts", family, given, middle, prefix, suffix, familyKana, givenKana, familyLatin, givenLatin, whole);
    }

    /** {@return a builder without any part} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * {@return the value of a canonical text}
     *
     * @param canonicalText a text that {@link #canonicalText} gave
     * @throws IllegalArgumentException if the text has no part that is not blank
     */
    public static PersonName parse(String canonicalText) {
        List<String> parts = Components.split(canonicalText, 10);
        return new PersonName(
                parts.get(0),
                parts.get(1),
                parts.get(2),
                parts.get(3),
                parts.get(4),
                parts.get(5),
                parts.get(6),
                parts.get(7),
                parts.get(8),
                parts.get(9));
    }

    @Override
    public String canonicalText() {
        return Components.join(
                family, given, middle, prefix, suffix, familyKana, givenKana, familyLatin, givenLatin, whole);
    }

    /**
     * {@return the name as a person would write it: family name first where it has a reading or is written in Han, Kana or
     * Hangul, given name first elsewhere}
     */
    public String display() {
        if (!whole.isEmpty() && family.isEmpty() && given.isEmpty()) {
            return whole;
        }
        boolean familyFirst = !familyKana.isEmpty() || !givenKana.isEmpty() || isEastAsian(family);
        List<String> order = familyFirst ? List.of(family, given) : List.of(prefix, given, middle, family, suffix);
        return order.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    private static boolean isEastAsian(String text) {
        return text.codePoints().mapToObj(UnicodeScript::of).anyMatch(EAST_ASIAN::contains);
    }

    /** {@return a builder with the parts of this value} */
    public Builder toBuilder() {
        return new Builder()
                .family(family)
                .given(given)
                .middle(middle)
                .prefix(prefix)
                .suffix(suffix)
                .familyKana(familyKana)
                .givenKana(givenKana)
                .familyLatin(familyLatin)
                .givenLatin(givenLatin)
                .whole(whole);
    }

    @Override
    public String toString() {
        return "PersonName[…]";
    }

    /** Collects the parts; not thread-safe. */
    public static final class Builder {

        private String family = "";
        private String given = "";
        private String middle = "";
        private String prefix = "";
        private String suffix = "";
        private String familyKana = "";
        private String givenKana = "";
        private String familyLatin = "";
        private String givenLatin = "";
        private String whole = "";

        private Builder() {}

        /**
         * {@return this builder, with a part}
         *
         * @param text the family name
         */
        public Builder family(String text) {
            this.family = text;
            return this;
        }

        /**
         * {@return this builder, with a part}
         *
         * @param text the given name
         */
        public Builder given(String text) {
            this.given = text;
            return this;
        }

        /**
         * {@return this builder, with a part}
         *
         * @param text further given names
         */
        public Builder middle(String text) {
            this.middle = text;
            return this;
        }

        /**
         * {@return this builder, with a part}
         *
         * @param text honorific prefixes, such as Dr
         */
        public Builder prefix(String text) {
            this.prefix = text;
            return this;
        }

        /**
         * {@return this builder, with a part}
         *
         * @param text suffixes, such as Jr
         */
        public Builder suffix(String text) {
            this.suffix = text;
            return this;
        }

        /**
         * {@return this builder, with a part}
         *
         * @param text the reading of the family name in katakana
         */
        public Builder familyKana(String text) {
            this.familyKana = text;
            return this;
        }

        /**
         * {@return this builder, with a part}
         *
         * @param text the reading of the given name in katakana
         */
        public Builder givenKana(String text) {
            this.givenKana = text;
            return this;
        }

        /**
         * {@return this builder, with a part}
         *
         * @param text the family name in Latin letters, where it is written otherwise
         */
        public Builder familyLatin(String text) {
            this.familyLatin = text;
            return this;
        }

        /**
         * {@return this builder, with a part}
         *
         * @param text the given name in Latin letters, where it is written otherwise
         */
        public Builder givenLatin(String text) {
            this.givenLatin = text;
            return this;
        }

        /**
         * {@return this builder, with a part}
         *
         * @param text the whole name as one text, where its parts are not known
         */
        public Builder whole(String text) {
            this.whole = text;
            return this;
        }

        /**
         * {@return the value}
         *
         * @throws IllegalArgumentException if no part is there
         */
        public PersonName build() {
            return new PersonName(
                    family, given, middle, prefix, suffix, familyKana, givenKana, familyLatin, givenLatin, whole);
        }
    }
}
