package dev.cdm.matching.mixture;

import com.google.common.collect.ImmutableList;
import dev.cdm.matching.person.FieldKind;
import java.util.List;

/** What the levels of a field mean, in words. */
public final class LevelWords {

    private static final ImmutableList<String> NAME = ImmutableList.of(
            "the same",
            "the same reading in another script",
            "one is a part of the other",
            "nearly the same",
            "similar",
            "remotely similar",
            "an initial of the other",
            "given and family name swapped",
            "given and family name swapped, nearly the same",
            "the same reading in other kanji",
            "one is short for the other, or both for a third",
            "different");
    private static final ImmutableList<String> BIRTH = ImmutableList.of(
            "the same date",
            "one digit differs, or two are swapped",
            "two of year, month and day agree",
            "two digits differ",
            "the same year",
            "one year apart",
            "one digit of the year differs, or two are swapped",
            "different");
    private static final ImmutableList<String> ADDRESS = ImmutableList.of(
            "the same street line, borne out by postcode or city",
            "the same street line",
            "nearly the same street line and postcode",
            "nearly the same street line",
            "the same street and postcode, another number",
            "the same postcode, a street is missing",
            "the same postcode, different streets",
            "different streets",
            "the same city",
            "nearly the same city",
            "one slip in the postcode",
            "the same city, different postcodes",
            "the same region or country, nothing smaller to compare",
            "different");
    private static final ImmutableList<String> EMAIL = ImmutableList.of(
            "the same address",
            "the same user, another domain",
            "at most two letters differ",
            "similar users",
            "different");

    private static final ImmutableList<String> ORGANISATION = ImmutableList.of(
            "the same name",
            "the same words",
            "slips or abbreviations",
            "the words that say most are shared",
            "the initials of the other",
            "some words are shared",
            "different");

    private LevelWords() {}

    /**
     * {@return the meanings of the levels of a kind of field, from level 1 on; level 0 is a missing value}
     *
     * @param kind the kind
     */
    public static List<String> of(FieldKind kind) {
        return switch (kind) {
            case GIVEN, FAMILY -> NAME;
            case BIRTH -> BIRTH;
            case ADDRESS -> ADDRESS;
            case EMAIL -> EMAIL;
            case ORGANISATION, EMPLOYER -> ORGANISATION;
            case SEX, TOKEN, WORD -> ImmutableList.of("the same", "different");
            case PHONE -> ImmutableList.of("the same number", "one digit differs", "different");
            case CODE -> ImmutableList.of("the same", "one character differs", "different");
            case TEXT -> ImmutableList.of("the same", "nearly the same", "different");
        };
    }
}
