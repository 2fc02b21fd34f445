package dev.cdm.matching.person;

import dev.cdm.matching.learned.Frequencies;
import dev.cdm.matching.table.Column;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A column beyond the fields of a person: one number per distinct folded text. */
final class ExtraField {

    private static final int CACHE_BITS = 18;

    private static final double CLOSE = .05;
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,18}([.,]\\d{1,18})?");

    final Role role;
    final String column;
    final FieldKind kind;
    private final boolean isNumber;
    final Texts texts;
    final OrganisationValues organisations = new OrganisationValues();
    int[] codes;
    private final @Nullable Frequencies knownWords;
    private PairCache cache;

    ExtraField(Role role, Column column, int[] order, boolean ofPersons, @Nullable Frequencies knownWords) {
        this.role = role;
        this.column = column.name();
        this.knownWords = knownWords;
        Tuples tuples = new Tuples(List.of(column), order);
        kind = kind(role, ofPersons);
        isNumber = role == Role.NUMBER;
        cache = new PairCache(PairCache.bits(tuples.size(), CACHE_BITS));
        texts = isOrganisation() ? organisations.cores : new Texts();
        int[] numbers = new int[tuples.size()];
        for (int code = 0; code < numbers.length; code++) {
            numbers[code] = number(tuples.text(code, 0));
        }
        organisations.weigh(knownWords);
        codes = Tuples.through(tuples.codes(), numbers);
    }

    private int number(String text) {
        return isOrganisation() ? organisations.add(text) : texts.add(form(text));
    }

    /** Makes room for so many rows. */
    void grow(int rows) {
        codes = PersonRows.grown(codes, rows);
        cache = new PairCache(PairCache.bits(rows, CACHE_BITS));
    }

    /** Reads the value of one row; null if it has none. */
    void read(int row, @Nullable String text) {
        codes[row] = text == null ? Column.MISSING : number(text);
        if (codes[row] != Column.MISSING && isOrganisation()) {
            organisations.weigh(codes[row], knownWords);
        }
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
        return isNumber
                ? plainNumber(text)
                : kind == FieldKind.TOKEN ? text : kind == FieldKind.CODE ? joined(text) : TextFold.fold(text);
    }

    /** Without the marks that part thousands; empty if the text is no number. */
    private static String plainNumber(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s_']|,(?=\\d{3}(\\D|$))", "");
        if (!NUMBER.matcher(plain).matches()) {
            return "";
        }
        return new BigDecimal(plain.replace(',', '.')).stripTrailingZeros().toPlainString();
    }

    private boolean closeNumbers(int a, int b) {
        double left = Double.parseDouble(texts.text(a));
        double right = Double.parseDouble(texts.text(b));
        return Math.abs(left - right) <= CLOSE * Math.max(Math.abs(left), Math.abs(right));
    }

    private boolean near(int a, int b, CloseTexts close) {
        if (isNumber) {
            return closeNumbers(a, b);
        }
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
            case OCCUPATION -> FieldKind.WORD;
            default -> FieldKind.TEXT;
        };
    }
}
