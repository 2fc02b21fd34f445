package dev.cdm.matching.choice;

import com.google.common.collect.ImmutableList;
import dev.cdm.matching.blocking.BlockingRule.MinHash;
import dev.cdm.matching.blocking.BlockingRule.QGrams;
import dev.cdm.matching.blocking.BlockingRule.Sorted;
import dev.cdm.matching.blocking.BlockingRule.Spread;
import dev.cdm.matching.comparison.Field;
import dev.cdm.matching.comparison.Transform;
import dev.cdm.matching.comparison.Transform.Extract;
import dev.cdm.matching.comparison.Transform.Part;
import dev.cdm.matching.comparison.Transform.Simple;
import dev.cdm.matching.comparison.Transform.Sound;
import dev.cdm.matching.person.Role;
import dev.cdm.matching.similarity.PhoneticCode;
import dev.cdm.matching.table.Table;
import java.util.ArrayList;
import java.util.List;

/** What rules may be made of, by the meaning of a column: fields that must be equal, and likeness or neighbourhood. */
final class OfferedFields {

    private static final int REACH = 8;
    private static final int BANDS = 8;
    private static final double ALIKE = .7;

    private OfferedFields() {}

    /** {@return the fields of a column that may be keys} */
    static List<Field> of(String column, Role role) {
        Field field = Field.of(column);
        return switch (role) {
            case GIVEN_NAME, FAMILY_NAME, FULL_NAME, ORGANISATION ->
                made(field.then(Simple.FOLD), new Part(0, 3), new Part(-3, 3), new Sound(PhoneticCode.NYSIIS));
            case GIVEN_NAME_KANA, FAMILY_NAME_KANA -> made(field.then(Simple.KATAKANA), new Part(0, 2));
            case BIRTH_DATE ->
                made(field.then(Simple.DIGITS), new Part(0, 4), new Part(-4, 4), new Part(0, 6), new Part(-2, 2));
            case EMAIL -> made(field.then(Simple.LOWER), new Extract("^[^@]+", 0), new Part(0, 4));
            case PHONE -> made(field.then(Simple.DIGITS), new Part(-7, 7), new Part(-4, 4));
            case POSTCODE -> made(field.then(Simple.PLAIN), new Part(0, 3));
            case STREET, ADDRESS -> made(field.then(Simple.FOLD), new Part(0, 6), Simple.DIGITS);
            case NATIONAL_ID -> List.of(field);
            case IGNORE -> List.of();
            default -> made(field.then(Simple.FOLD));
        };
    }

    private static List<Field> made(Field base, Transform... steps) {
        List<Field> fields = new ArrayList<>(List.of(base));
        for (Transform step : steps) {
            fields.add(base.then(step));
        }
        return ImmutableList.copyOf(fields);
    }

    /** {@return what records may share besides, by likeness or as neighbours} */
    static List<Spread> spreads(Table table, String column, Role role) {
        Field folded = Field.of(column).then(Simple.FOLD);
        return switch (role) {
            case GIVEN_NAME, FAMILY_NAME -> List.of(new Sorted(folded, REACH), QGrams.counted(table, folded, 2, ALIKE));
            case FULL_NAME, ORGANISATION, STREET, ADDRESS, EMAIL ->
                List.of(
                        new Sorted(folded, REACH),
                        new MinHash(folded, 2, BANDS, 3),
                        QGrams.counted(table, folded, 2, ALIKE));
            case BIRTH_DATE -> List.of(new Sorted(Field.of(column).then(Simple.DIGITS), REACH));
            default -> List.of();
        };
    }
}
