package dev.cdm.matching.person;

import dev.cdm.matching.learned.Frequencies;
import dev.cdm.matching.table.Column;
import org.jspecify.annotations.Nullable;

/** A column beyond the fields of a person: one number per distinct folded text. */
final class ExtraField {

    private static final int CACHE_BITS = 18;

    final FieldKind kind;
    final Texts texts;
    final OrganisationValues organisations = new OrganisationValues();
    final int[] codes;
    private final PairCache cache;

    ExtraField(Role role, Tuples tuples, boolean ofPersons, @Nullable Frequencies knownWords) {
        kind = kind(role, ofPersons);
        cache = new PairCache(PairCache.bits(tuples.size(), CACHE_BITS));
        texts = isOrganisation() ? organisations.cores : new Texts();
        int[] numbers = new int[tuples.size()];
        for (int code = 0; code < numbers.length; code++) {
            String text = tuples.text(code, 0);
            numbers[code] = isOrganisation() ? organisations.add(text) : texts.add(form(text));
        }
        organisations.weigh(knownWords);
        codes = Lookup.through(tuples.codes(), numbers);
    }

    int level(int a, int b, CloseTexts close) {
        int left = codes[a];
        int right = codes[b];
        if (left == Column.MISSING || right == Column.MISSING) {
            return 0;
        }
        if (left == right) {
            return 1;
        }
        if (kind == FieldKind.TOKEN || kind == FieldKind.WORD) {
            return 2;
        }
        int known = cache.get(left, right);
        if (known == 0) {
            known = isOrganisation() ? organisations.level(left, right, close) : near(left, right, close) ? 2 : 3;
            cache.put(left, right, known);
        }
        return known;
    }

    boolean isOrganisation() {
        return kind == FieldKind.ORGANISATION || kind == FieldKind.EMPLOYER;
    }

    private String form(String text) {
        return kind == FieldKind.TOKEN ? text : kind == FieldKind.CODE ? joined(text) : TextFold.fold(text);
    }

    private boolean near(int a, int b, CloseTexts close) {
        return kind == FieldKind.CODE
                ? close.within(texts, a, b, 1)
                : close.close(texts, a, b) || close.contained(texts, a, b);
    }

    private static String joined(String text) {
        return TextFold.fold(text).replace(" ", "");
    }

    private static FieldKind kind(Role role, boolean ofPersons) {
        return switch (role) {
            case ORGANISATION -> ofPersons ? FieldKind.EMPLOYER : FieldKind.ORGANISATION;
            case NATIONAL_ID -> FieldKind.TOKEN;
            case IDENTIFIER -> FieldKind.CODE;
            case OCCUPATION, NUMBER -> FieldKind.WORD;
            default -> FieldKind.TEXT;
        };
    }
}
