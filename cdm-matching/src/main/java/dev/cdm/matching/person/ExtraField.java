package dev.cdm.matching.person;

import dev.cdm.matching.table.Column;

/** A column beyond the fields of a person: one number per distinct folded text. */
final class ExtraField {

    private static final int CACHE_BITS = 18;

    final FieldKind kind;
    final Texts texts = new Texts();
    final int[] codes;
    private final PairCache cache;

    ExtraField(Role role, Tuples tuples) {
        kind = kind(role);
        cache = new PairCache(PairCache.bits(tuples.size(), CACHE_BITS));
        int[] numbers = new int[tuples.size()];
        for (int code = 0; code < numbers.length; code++) {
            String text = tuples.text(code, 0);
            numbers[code] = texts.add(
                    kind == FieldKind.TOKEN ? text : kind == FieldKind.CODE ? joined(text) : TextFold.fold(text));
        }
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
            known = near(left, right, close) ? 2 : 3;
            cache.put(left, right, known);
        }
        return known;
    }

    private boolean near(int a, int b, CloseTexts close) {
        return kind == FieldKind.CODE
                ? close.within(texts, a, b, 1)
                : close.close(texts, a, b) || close.contained(texts, a, b);
    }

    private static String joined(String text) {
        return TextFold.fold(text).replace(" ", "");
    }

    private static FieldKind kind(Role role) {
        return switch (role) {
            case NATIONAL_ID -> FieldKind.TOKEN;
            case IDENTIFIER -> FieldKind.CODE;
            case OCCUPATION, NUMBER -> FieldKind.WORD;
            default -> FieldKind.TEXT;
        };
    }
}
