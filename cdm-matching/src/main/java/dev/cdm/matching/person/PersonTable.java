package dev.cdm.matching.person;

import dev.cdm.matching.learned.Conventions;
import dev.cdm.matching.learned.Frequencies;
import dev.cdm.matching.naming.Nicknames;
import dev.cdm.matching.table.Column;
import dev.cdm.matching.table.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Records of people, prepared for comparison: every value folded, parsed and numbered once. Rows are numbered in the
 * given order. Immutable and safe for any thread, unless it belongs to {@link PersonRows}.
 */
public final class PersonTable {

    private static final int MOST_CACHE_BITS = 23;
    private static final int CITY_CACHE_BITS = 14;
    private static final Frequencies NO_WORDS = new Frequencies(0, 1, Map.of(), 0, 0);
    private static final int TASKS = 6;

    final NameValues names;
    int[] given;
    int[] family;
    /** The full names where they had no columns of their own, else nothing. */
    int[] whole;

    int[] birth;
    int[] birthDigits;
    final Texts sexes = new Texts();
    int[] sex;
    final StreetValues streets = new StreetValues();
    int[] street;
    final Texts postcodes = new Texts();
    int[] postcode;
    final Texts cities = new Texts();
    int[] city;
    final Texts areas = new Texts();
    int[] area;
    final LongCodes phones = new LongCodes();
    final int[][] phone;
    /** The digits of the numbers, 0 if missing. */
    final long[][] phoneDigits;

    final EmailValues emails = new EmailValues();
    final int[][] email;
    final List<ExtraField> extras = new ArrayList<>();
    PairCache nameCache;
    PairCache cityCache;
    private final List<FieldShape> fields = new ArrayList<>();
    private final @Nullable Conventions known;
    private final Nicknames nicknames;
    private final PersonReader reader;
    private int rows;

    /**
     * Prepares records.
     *
     * @param columns the columns of every role
     * @param order the rows of the columns in the order in which they get their numbers
     * @param nicknames which given names may stand for each other
     * @param workers who does the work
     */
    public PersonTable(Map<Role, List<Column>> columns, int[] order, Nicknames nicknames, Workers workers) {
        this(columns, order, nicknames, null, List.of(), workers);
    }

    /**
     * Prepares records as others were read before, so that each is read as if it were alone.
     *
     * @param columns the columns of every role
     * @param order the rows of the columns in the order in which they get their numbers
     * @param conventions how values are written
     * @param compared the fields to be compared, as {@link #fields()} of another table gave them; columns that stand for
     *     themselves are found by their names
     * @param workers who does the work
     */
    public PersonTable(
            Map<Role, List<Column>> columns,
            int[] order,
            Conventions conventions,
            List<FieldShape> compared,
            Workers workers) {
        this(columns, order, conventions.nicknames(), conventions, compared, workers);
    }

    private PersonTable(
            Map<Role, List<Column>> columns,
            int[] order,
            Nicknames nicknames,
            @Nullable Conventions conventions,
            List<FieldShape> compared,
            Workers workers) {
        rows = order.length;
        known = conventions;
        this.nicknames = nicknames;
        nameCache = new PairCache(PairCache.bits(rows, MOST_CACHE_BITS));
        cityCache = new PairCache(PairCache.bits(rows, CITY_CACHE_BITS));
        reader = new PersonReader(columns, order, conventions);
        names = new NameValues(reader.japanese(), nicknames);
        int[][][] read = new int[TASKS][][];
        workers.run("reading fields", TASKS, task -> read[task] = read(reader, task));
        given = read[0][0];
        family = read[0][1];
        whole = read[0].length > 2 ? read[0][2] : new int[0];
        birth = read[1][0];
        birthDigits = read[1][1];
        sex = read[1][2];
        street = read[2][0];
        postcode = read[3][0];
        city = read[3][1];
        area = read[3][2];
        phone = read[4];
        phoneDigits = new long[phone.length][rows];
        for (int column = 0; column < phone.length; column++) {
            for (int row = 0; row < rows; row++) {
                phoneDigits[column][row] = phone[column][row] < 0 ? 0 : phones.value(phone[column][row]);
            }
        }
        email = read[5];
        boolean ofPersons = known == null
                ? present(given) || present(family) || !reader.has(Role.ORGANISATION)
                : compared.stream().noneMatch(field -> field.kind() == FieldKind.ORGANISATION);
        if (known == null) {
            describe(ofPersons);
        }
        for (Role role : PersonReader.EXTRAS) {
            for (Column column : columns.getOrDefault(role, List.of())) {
                Frequencies words = known == null ? null : known.words().getOrDefault(column.name(), NO_WORDS);
                ExtraField extra = new ExtraField(role, column, order, ofPersons, words);
                extra(ofPersons, extra, column.name(), compared);
            }
        }
        if (known != null) {
            fields.addAll(compared);
        }
    }

    private int[][] read(PersonReader reader, int task) {
        return switch (task) {
            case 0 -> {
                int[][] both = reader.names(names);
                if (known == null) {
                    names.learnReadings(both[0], both[1]);
                } else {
                    names.useReadings(known.readings());
                }
                yield both;
            }
            case 1 -> {
                int[] dates = reader.birth();
                int[] digits = Arrays.stream(dates).map(DateLevels::digits).toArray();
                yield new int[][] {dates, digits, reader.texts(sexes, reader::sex, Role.SEX)};
            }
            case 2 -> new int[][] {reader.street(streets)};
            case 3 ->
                new int[][] {
                    reader.texts(postcodes, PersonReader::joined, Role.POSTCODE),
                    reader.texts(cities, PersonReader::joined, reader.place(0)),
                    reader.texts(areas, PersonReader::joined, reader.place(1))
                };
            case 4 -> reader.phones(phones);
            default -> reader.emails(emails);
        };
    }

    /** Makes room for so many rows; those that are new have no value. */
    void grow(int size) {
        rows = size;
        given = PersonRows.grown(given, size);
        family = PersonRows.grown(family, size);
        whole = reader.has(Role.FULL_NAME) ? PersonRows.grown(whole, size) : whole;
        birth = Arrays.copyOf(birth, size);
        birthDigits = Arrays.copyOf(birthDigits, size);
        sex = PersonRows.grown(sex, size);
        street = PersonRows.grown(street, size);
        postcode = PersonRows.grown(postcode, size);
        city = PersonRows.grown(city, size);
        area = PersonRows.grown(area, size);
        for (int column = 0; column < phone.length; column++) {
            phone[column] = PersonRows.grown(phone[column], size);
            phoneDigits[column] = Arrays.copyOf(phoneDigits[column], size);
        }
        for (int column = 0; column < email.length; column++) {
            email[column] = PersonRows.grown(email[column], size);
        }
        extras.forEach(extra -> extra.grow(size));
        nameCache = new PairCache(PairCache.bits(size, MOST_CACHE_BITS));
        cityCache = new PairCache(PairCache.bits(size, CITY_CACHE_BITS));
    }

    /** Reads one record, the only one of its columns, into a row. */
    void read(int row, Map<Role, List<Column>> columns) {
        PersonReader one = new PersonReader(columns, new int[1], known, reader.fullName());
        int[][] name = read(one, 0);
        given[row] = name[0][0];
        family[row] = name[1][0];
        if (whole.length > 0) {
            whole[row] = name[2][0];
        }
        int[][] date = read(one, 1);
        birth[row] = date[0][0];
        birthDigits[row] = date[1][0];
        sex[row] = date[2][0];
        street[row] = read(one, 2)[0][0];
        int[][] place = read(one, 3);
        postcode[row] = place[0][0];
        city[row] = place[1][0];
        area[row] = place[2][0];
        int[][] numbers = read(one, 4);
        for (int column = 0; column < phone.length; column++) {
            phone[column][row] = numbers[column][0];
            phoneDigits[column][row] = numbers[column][0] < 0 ? 0 : phones.value(numbers[column][0]);
        }
        int[][] addresses = read(one, 5);
        for (int column = 0; column < email.length; column++) {
            email[column][row] = addresses[column][0];
        }
        for (ExtraField extra : extras) {
            extra.read(row, text(columns.getOrDefault(extra.role, List.of()), extra.column));
        }
    }

    private static @Nullable String text(List<Column> columns, String name) {
        for (Column column : columns) {
            if (column.name().equals(name)) {
                return column.code(0) == Column.MISSING ? null : column.text(0);
            }
        }
        return null;
    }

    /** {@return how many records there are} */
    public int rows() {
        return rows;
    }

    /**
     * {@return how values are written, to read other records in the same way}
     *
     * @param least how many records must bear out the reading of a name, how many names a part or a word
     */
    public Conventions conventions(int least) {
        if (known != null) {
            return known;
        }
        Map<String, Frequencies> words = new TreeMap<>();
        int first = fields.size() - extras.size();
        for (int i = 0; i < extras.size(); i++) {
            if (extras.get(i).isOrganisation()) {
                words.put(
                        fields.get(first + i).name(),
                        extras.get(i).organisations.frequencies(least));
            }
        }
        FullName full = reader.fullName();
        return new Conventions(
                names.isJapanese(),
                reader.monthFirst(),
                names.usualReadings(least, given, family),
                full.families(least),
                full.givens(least),
                nicknames,
                words);
    }

    /** {@return the fields that can be compared, in the order of their places in a pattern} */
    public List<FieldShape> fields() {
        return List.copyOf(fields);
    }

    /**
     * {@return what was not understood or not used, one sentence each, without any value}
     *
     * @param columns the columns that the records were read from
     * @param order their rows, as given when the records were read
     */
    public List<String> warnings(Map<Role, List<Column>> columns, int[] order) {
        ColumnWarnings warnings = new ColumnWarnings(columns, order);
        warnings.unread(Role.GIVEN_NAME, row -> given[row] == Column.MISSING);
        warnings.unread(Role.FAMILY_NAME, row -> family[row] == Column.MISSING);
        warnings.unread(Role.FULL_NAME, row -> given[row] == Column.MISSING && family[row] == Column.MISSING);
        warnings.unread(Role.BIRTH_DATE, row -> birth[row] == 0);
        warnings.unread(Role.BIRTH_YEAR, row -> birth[row] == 0);
        warnings.unread(Role.STREET, row -> street[row] == Column.MISSING);
        warnings.unread(Role.POSTCODE, row -> postcode[row] == Column.MISSING);
        warnings.unread(Role.PHONE, row -> missing(phone, row));
        warnings.unread(Role.EMAIL, row -> missing(email, row));
        for (ExtraField extra : extras) {
            warnings.unread(extra.role, row -> missing(extra.role, row));
        }
        if (columns.containsKey(Role.CITY) && columns.containsKey(Role.REGION)) {
            warnings.unused(Role.COUNTRY, "a city and a region say more");
        }
        return warnings.all();
    }

    private static boolean missing(int[][] all, int row) {
        return Arrays.stream(all).allMatch(codes -> codes[row] == Column.MISSING);
    }

    private boolean missing(Role role, int row) {
        return extras.stream().allMatch(extra -> extra.role != role || extra.codes[row] == Column.MISSING);
    }

    boolean cityIsAddress() {
        return !present(street) && !present(postcode);
    }

    static boolean present(int[] codes) {
        return Arrays.stream(codes).anyMatch(code -> code != Column.MISSING);
    }

    private void describe(boolean ofPersons) {
        describe(ofPersons, FieldKind.GIVEN, present(given));
        describe(ofPersons, FieldKind.FAMILY, present(family));
        describe(ofPersons, FieldKind.BIRTH, Arrays.stream(birth).anyMatch(date -> date != 0));
        describe(ofPersons, FieldKind.SEX, present(sex));
        describe(ofPersons, FieldKind.ADDRESS, present(street) || present(postcode) || present(city));
        describe(ofPersons, FieldKind.PHONE, phone.length > 0);
        describe(ofPersons, FieldKind.EMAIL, email.length > 0);
    }

    private void describe(boolean ofPersons, FieldKind kind, boolean there) {
        if (there) {
            fields.add(shape(ofPersons, kind, kind.name().toLowerCase(java.util.Locale.ROOT)));
        }
    }

    private FieldShape shape(boolean ofPersons, FieldKind kind, String name) {
        boolean isPlace = kind != FieldKind.ADDRESS || !cityIsAddress();
        return ofPersons ? FieldShape.ofPeople(kind, name, isPlace) : FieldShape.ofOrganisations(kind, name, isPlace);
    }

    private void extra(boolean ofPersons, ExtraField extra, String name, List<FieldShape> compared) {
        if (known != null) {
            if (compared.stream()
                    .anyMatch(field -> field.kind().isExtra() && field.name().equals(name))) {
                extras.add(extra);
            }
        } else if (present(extra.codes) && fields.size() < PairPattern.MOST_FIELDS) {
            extras.add(extra);
            fields.add(shape(ofPersons, extra.kind, name));
        }
    }
}
