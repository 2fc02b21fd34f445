package dev.cdm.matching.person;

import com.google.common.collect.ImmutableList;
import dev.cdm.matching.learned.Conventions;
import dev.cdm.matching.table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the columns of people into numbers. */
final class PersonReader {

    /** Roles whose columns are compared one by one. */
    static final ImmutableList<Role> EXTRAS = ImmutableList.of(
            Role.NATIONAL_ID,
            Role.IDENTIFIER,
            Role.BIRTH_PLACE,
            Role.ORGANISATION,
            Role.OCCUPATION,
            Role.TEXT,
            Role.NUMBER);

    private static final ImmutableList<Role> PLACES = ImmutableList.of(Role.CITY, Role.REGION, Role.COUNTRY);
    private static final double SOME = 0.005;

    private final Map<Role, List<Column>> columns;
    private final int[] order;
    private final @Nullable Conventions known;
    private FullName full;

    PersonReader(Map<Role, List<Column>> columns, int[] order, @Nullable Conventions known) {
        this(
                columns,
                order,
                known,
                known == null ? new FullName(List.of()) : new FullName(known.families(), known.givens()));
    }

    /** Takes what splits full names from another reader. */
    PersonReader(Map<Role, List<Column>> columns, int[] order, @Nullable Conventions known, FullName full) {
        this.full = full;
        this.columns = columns;
        this.order = order;
        this.known = known;
    }

    boolean has(Role role) {
        return !of(role).isEmpty();
    }

    /** {@return whether more than a few of the distinct names have kana or kanji} */
    boolean japanese() {
        if (known != null) {
            return known.japanese();
        }
        long all = 0;
        long found = 0;
        for (Role role : List.of(Role.GIVEN_NAME, Role.FAMILY_NAME, Role.FULL_NAME)) {
            for (Column column : of(role)) {
                all += column.distinct();
                for (int code = 0; code < column.distinct(); code++) {
                    found += NameValues.isJapanese(column.text(code)) ? 1 : 0;
                }
            }
        }
        return found > all * SOME;
    }

    /** {@return what splits full names} */
    FullName fullName() {
        return full;
    }

    /** {@return the given and the family names, and the whole ones if they came as such} */
    int[][] names(NameValues names) {
        int[][] parts = {
            names(names, of(Role.GIVEN_NAME), of(Role.GIVEN_NAME_KANA)),
            names(names, of(Role.FAMILY_NAME), of(Role.FAMILY_NAME_KANA))
        };
        if (!has(Role.FULL_NAME)) {
            return parts;
        }
        int[][] full = fullNames(names);
        if (known == null && (PersonTable.present(parts[0]) || PersonTable.present(parts[1]))) {
            full[2] = new int[0];
        }
        for (int row = 0; row < order.length; row++) {
            if (parts[0][row] != Column.MISSING || parts[1][row] != Column.MISSING) {
                full[0][row] = parts[0][row];
                full[1][row] = parts[1][row];
                if (full[2].length > 0) {
                    full[2][row] = Column.MISSING;
                }
            }
        }
        return full;
    }

    int[] birth() {
        int[] dates = dates(of(Role.BIRTH_DATE), 0);
        int[] years = dates(of(Role.BIRTH_YEAR), of(Role.BIRTH_DATE).size());
        for (int row = 0; row < dates.length; row++) {
            dates[row] = dates[row] == 0 ? years[row] : dates[row];
        }
        return dates;
    }

    /** {@return the smallest place beyond the postcode that has a column, or the next larger one} */
    Role place(int larger) {
        return PLACES.stream()
                .filter(this::has)
                .skip(larger)
                .findFirst()
                .orElse(larger == 0 ? Role.CITY : Role.COUNTRY);
    }

    int[] texts(Texts texts, UnaryOperator<String> form, Role role) {
        Tuples tuples = new Tuples(of(role), order);
        int[] numbers = new int[tuples.size()];
        for (int code = 0; code < numbers.length; code++) {
            numbers[code] = texts.add(form.apply(tuples.joined(code, 0, of(role).size())));
        }
        return Tuples.through(tuples.codes(), numbers);
    }

    int[] street(StreetValues streets) {
        int[] lines = street(streets, Role.STREET);
        int[] addresses = street(streets, Role.ADDRESS);
        for (int row = 0; row < lines.length; row++) {
            lines[row] = lines[row] == Column.MISSING ? addresses[row] : lines[row];
        }
        return lines;
    }

    private int[] street(StreetValues streets, Role role) {
        List<Column> parts = of(role);
        Tuples tuples = new Tuples(parts, order);
        int[] numbers = new int[tuples.size()];
        for (int code = 0; code < numbers.length; code++) {
            numbers[code] = streets.add(tuples.joined(code, 0, parts.size()), role == Role.STREET);
        }
        return Tuples.through(tuples.codes(), numbers);
    }

    int[][] phones(LongCodes phones) {
        List<int[]> all = new ArrayList<>();
        for (Column column : of(Role.PHONE)) {
            Tuples tuples = new Tuples(List.of(column), order);
            int[] numbers = new int[tuples.size()];
            for (int code = 0; code < numbers.length; code++) {
                long digits = PhoneLevels.read(tuples.text(code, 0));
                numbers[code] = digits == 0 ? Column.MISSING : phones.add(digits);
            }
            addIfPresent(all, Tuples.through(tuples.codes(), numbers));
        }
        return all.toArray(int[][]::new);
    }

    int[][] emails(EmailValues emails) {
        List<int[]> all = new ArrayList<>();
        for (Column column : of(Role.EMAIL)) {
            Tuples tuples = new Tuples(List.of(column), order);
            int[] numbers = new int[tuples.size()];
            for (int code = 0; code < numbers.length; code++) {
                numbers[code] = emails.add(tuples.text(code, 0));
            }
            addIfPresent(all, Tuples.through(tuples.codes(), numbers));
        }
        return all.toArray(int[][]::new);
    }

    String sex(String text) {
        String folded = TextFold.fold(text);
        return switch (folded) {
            case "male", "man", "男", "男性", "1" -> "m";
            case "female", "woman", "女", "女性", "w", "2" -> "f";
            default -> folded;
        };
    }

    static String joined(String text) {
        return TextFold.fold(text).replace(" ", "");
    }

    private int[] names(NameValues names, List<Column> written, List<Column> kana) {
        List<Column> both =
                ImmutableList.<Column>builder().addAll(written).addAll(kana).build();
        return names.add(new Tuples(both, order), written.size(), both.size());
    }

    private int[][] fullNames(NameValues names) {
        Tuples tuples = new Tuples(List.of(of(Role.FULL_NAME).get(0)), order);
        int[] given = new int[tuples.size()];
        int[] family = new int[tuples.size()];
        int[] whole = new int[tuples.size()];
        if (known == null) {
            full = new FullName(IntStream.range(0, given.length)
                    .mapToObj(code -> tuples.text(code, 0))
                    .toList());
        }
        for (int code = 0; code < given.length; code++) {
            String[] parts = full.split(tuples.text(code, 0));
            given[code] = names.add(parts[0], "");
            family[code] = names.add(parts[1], "");
            whole[code] = names.addWhole(parts);
        }
        int[] codes = tuples.codes();
        return new int[][] {Tuples.through(codes, given), Tuples.through(codes, family), Tuples.through(codes, whole)};
    }

    private int[] dates(List<Column> written, int first) {
        int[] dates = new int[order.length];
        for (Column column : written) {
            boolean monthFirst = monthFirst(column, first + written.indexOf(column));
            int[] read = dates(column, monthFirst);
            for (int row = 0; row < dates.length; row++) {
                int code = column.code(order[row]);
                dates[row] = dates[row] == 0 && code != Column.MISSING ? read[code] : dates[row];
            }
        }
        return dates;
    }

    /** {@return for every column of dates and then of years, whether the month comes before the day} */
    List<Boolean> monthFirst() {
        List<Boolean> all = new ArrayList<>();
        for (Role role : List.of(Role.BIRTH_DATE, Role.BIRTH_YEAR)) {
            of(role).forEach(column -> all.add(monthFirst(column, all.size())));
        }
        return all;
    }

    private boolean monthFirst(Column column, int place) {
        if (known != null) {
            return place < known.monthFirst().size() && known.monthFirst().get(place);
        }
        int monthFirst = 0;
        for (int code = 0; code < column.distinct(); code++) {
            monthFirst += DateReader.monthFirst(column.text(code));
        }
        return monthFirst > 0;
    }

    private static int[] dates(Column column, boolean monthFirst) {
        int[] read = new int[column.distinct()];
        for (int code = 0; code < read.length; code++) {
            read[code] = DateReader.read(column.text(code), monthFirst);
        }
        return read;
    }

    private void addIfPresent(List<int[]> all, int[] codes) {
        if (known != null || PersonTable.present(codes)) {
            all.add(codes);
        }
    }

    private List<Column> of(Role role) {
        return columns.getOrDefault(role, List.of());
    }
}
