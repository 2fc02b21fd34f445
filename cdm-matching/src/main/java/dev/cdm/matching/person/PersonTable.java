package dev.cdm.matching.person;

import dev.cdm.matching.table.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Records of people, prepared for comparison: every value folded, parsed and numbered once. Rows are numbered in the
 * given order. Immutable and safe for any thread.
 */
public final class PersonTable {

    private static final int LEAST_CACHE_BITS = 14;
    private static final int MOST_CACHE_BITS = 23;
    private static final int CACHE_PER_ROW_BITS = 4;

    final NameValues names;
    final int[] given;
    final int[] family;
    final int[] birth;
    final int[] birthDigits;
    final Texts sexes = new Texts();
    final int[] sex;
    final StreetValues streets = new StreetValues();
    final int[] street;
    final Texts postcodes = new Texts();
    final int[] postcode;
    final Texts cities = new Texts();
    final int[] city;
    final LongCodes phones = new LongCodes();
    final int[][] phone;
    final EmailValues emails = new EmailValues();
    final int[][] email;
    final List<ExtraField> extras = new ArrayList<>();
    final PairCache nameCache;
    final PairCache cityCache = new PairCache(LEAST_CACHE_BITS);
    private final List<FieldShape> fields = new ArrayList<>();
    private final int rows;

    /**
     * Prepares records.
     *
     * @param columns the columns of every role
     * @param order the rows of the columns in the order in which they get their numbers
     */
    public PersonTable(Map<Role, List<Column>> columns, int[] order) {
        rows = order.length;
        nameCache = new PairCache(cacheBits(rows));
        PersonReader reader = new PersonReader(columns, order);
        names = new NameValues(reader.japanese());
        int[][] both = reader.names(names);
        given = both[0];
        family = both[1];
        names.learnReadings(given, family);
        birth = reader.birth();
        birthDigits = Arrays.stream(birth).map(DateLevels::digits).toArray();
        sex = reader.texts(sexes, reader::sex, Role.SEX);
        street = reader.street(streets);
        postcode = reader.texts(postcodes, PersonReader::joined, Role.POSTCODE);
        city = reader.texts(cities, PersonReader::joined, reader.has(Role.CITY) ? Role.CITY : Role.REGION);
        phone = reader.phones(phones);
        email = reader.emails(emails);
        describe();
        for (Role role : PersonReader.EXTRAS) {
            for (Column column : columns.getOrDefault(role, List.of())) {
                extra(new ExtraField(role, new Tuples(List.of(column), order)), column.name());
            }
        }
    }

    /** {@return how many records there are} */
    public int rows() {
        return rows;
    }

    /** {@return the fields that can be compared, in the order of their places in a pattern} */
    public List<FieldShape> fields() {
        return List.copyOf(fields);
    }

    /** {@return whether a family name and something of the address or a telephone number tells households apart} */
    public boolean hasHouseholds() {
        return present(family) && (present(street) || present(postcode) || phone.length > 0);
    }

    boolean cityIsAddress() {
        return !present(street) && !present(postcode);
    }

    private static int cacheBits(int rows) {
        int wanted = Integer.SIZE - Integer.numberOfLeadingZeros(rows) + CACHE_PER_ROW_BITS;
        return Math.max(LEAST_CACHE_BITS, Math.min(MOST_CACHE_BITS, wanted));
    }

    static boolean present(int[] codes) {
        return Arrays.stream(codes).anyMatch(code -> code != Column.MISSING);
    }

    private void describe() {
        describe(FieldKind.GIVEN, present(given));
        describe(FieldKind.FAMILY, present(family));
        describe(FieldKind.BIRTH, Arrays.stream(birth).anyMatch(date -> date != 0));
        describe(FieldKind.SEX, present(sex));
        describe(FieldKind.ADDRESS, present(street) || present(postcode) || present(city));
        describe(FieldKind.PHONE, phone.length > 0);
        describe(FieldKind.EMAIL, email.length > 0);
    }

    private void describe(FieldKind kind, boolean there) {
        if (there) {
            fields.add(new FieldShape(kind, kind.name().toLowerCase(java.util.Locale.ROOT)));
        }
    }

    private void extra(ExtraField extra, String name) {
        if (present(extra.codes) && fields.size() < PairPattern.MOST_FIELDS) {
            extras.add(extra);
            fields.add(new FieldShape(extra.kind, name));
        }
    }
}
