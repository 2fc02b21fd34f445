package dev.cdm.matching.person;

import dev.cdm.matching.table.RowOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/**
 * The keys under which records of one person may meet: whole values, parts of them and their sounds, in combinations of
 * which errors rarely spoil all. Immutable and safe for any thread.
 */
public final class PersonKeys {

    private final PersonTable people;
    private final KeyParts parts;
    private final List<Supplier<int[]>> keys = new ArrayList<>();
    private final List<Supplier<int[]>> orders = new ArrayList<>();

    /**
     * Prepares the keys.
     *
     * @param people the records
     * @param entities records of one entity lend each other the values that one of them misses
     */
    public PersonKeys(PersonTable people, Entities entities) {
        this.people = people;
        parts = new KeyParts(people, entities);
        contacts();
        names();
        places();
        neighbourhoods();
    }

    /** {@return for every key, what computes its hash for every record: 0 where a part is missing} */
    public List<Supplier<int[]>> keys() {
        return List.copyOf(keys);
    }

    /** {@return for every order, what sorts the records so that similar ones are near each other} */
    public List<Supplier<int[]>> orders() {
        return List.copyOf(orders);
    }

    /** {@return the number of the given name of every record, 0 if missing} */
    public int[] givenNames() {
        return hashes(parts::given);
    }

    /** {@return the number of the family name of every record, 0 if missing} */
    public int[] familyNames() {
        return hashes(parts::family);
    }

    private void contacts() {
        for (int[] codes : parts.emails) {
            key(row -> codes[row] + 1);
            key(row -> codes[row] < 0 ? 0 : people.emails.user(codes[row]) + 1);
        }
        for (int[] codes : parts.phones) {
            key(row -> codes[row] + 1);
            key(row -> codes[row] < 0 ? 0 : (int) (people.phones.value(codes[row]) & 0xFFFFFF) + 1);
            key(
                    row -> codes[row] < 0 ? 0 : (int) (people.phones.value(codes[row]) >>> 12 & 0xFFFFFF) + 1,
                    parts::givenFirst);
        }
        for (ExtraField extra : people.extras) {
            if (extra.kind == FieldKind.TOKEN || extra.kind == FieldKind.CODE) {
                key(row -> extra.codes[row] + 1);
            } else if (extra.isOrganisation()) {
                organisations(extra);
            } else if (extra.kind == FieldKind.TEXT) {
                key(row -> extra.codes[row] + 1, parts::familySound);
                key(row -> extra.codes[row] + 1, parts::year, parts::givenFirst);
            }
        }
    }

    private void organisations(ExtraField extra) {
        int[] codes = extra.codes;
        OrganisationValues names = extra.organisations;
        IntUnaryOperator name = row -> codes[row] + 1;
        IntUnaryOperator first = rarest(names, codes, 0);
        IntUnaryOperator second = rarest(names, codes, 1);
        if (extra.kind == FieldKind.EMPLOYER) {
            key(name, parts::familySound);
            key(name, parts::given);
            return;
        }
        key(name);
        key(first);
        key(first, second);
        for (IntUnaryOperator place : List.<IntUnaryOperator>of(parts::postcode, parts::street, parts::city)) {
            key(place, name);
            key(place, first);
            key(place, second);
        }
        orders.add(() -> RowOrder.by(Arrays.stream(codes)
                .mapToLong(code -> code < 0 ? 0 : names.cores.prefix(code, false))
                .toArray()));
    }

    private static IntUnaryOperator rarest(OrganisationValues names, int[] codes, int after) {
        int[] rare = new int[names.cores.size()];
        Arrays.setAll(rare, name -> names.rarest(name, after) + 1);
        return row -> codes[row] < 0 ? 0 : rare[codes[row]];
    }

    private void names() {
        key(parts::given, parts::birth);
        key(parts::family, parts::birth);
        key(parts::birth);
        key(parts::year, parts::dayAndMonth, parts::givenFirst);
        key(parts::given, parts::family);
        key(parts::bothNames);
        key(parts::givenSound, parts::familySound);
        key(parts::givenThree, parts::familyThree, parts::year);
        key(parts::familyFive, parts::givenFirst, parts::month);
        for (IntUnaryOperator name : List.<IntUnaryOperator>of(parts::given, parts::family)) {
            key(name, parts::year, parts::month);
            key(name, parts::year, parts::day);
            key(name, parts::month, parts::day);
            key(name, parts::year);
        }
        key(parts::familySound, parts::year, parts::givenFirst);
        key(parts::givenSound, parts::year, parts::familyFirst);
        key(parts::month, parts::day, parts::familySound);
        key(parts::month, parts::day, parts::givenSound);
        if (people.names.isJapanese()) {
            key(parts::givenWritten, parts::birth);
            key(parts::familyWritten, parts::birth);
            key(parts::givenWritten, parts::familyWritten);
        }
    }

    private void places() {
        for (IntUnaryOperator place : List.<IntUnaryOperator>of(parts::postcode, parts::street)) {
            key(place, parts::givenFirst);
            key(place, parts::familySound);
            key(place, parts::year);
        }
        key(parts::postcode, parts::month, parts::day);
        key(parts::postcode);
        key(parts::street, parts::postcode);
        key(parts::city, parts::given);
        key(parts::city, parts::family);
        key(parts::city, parts::year, parts::month, parts::givenFirst);
        key(parts::city, parts::familyThree, parts::givenFirst);
        key(parts::city, parts::month, parts::day);
    }

    private void neighbourhoods() {
        orders.add(() -> RowOrder.by(parts.composite(parts::familyRank, parts::givenRank, parts::birthRank)));
        orders.add(() -> RowOrder.by(parts.composite(parts::givenRank, parts::familyRank, parts::birthRank)));
        orders.add(() -> RowOrder.by(parts.composite(parts::birthRank, parts::familyRank, parts::givenRank)));
        orders.add(() -> RowOrder.by(parts.composite(parts::familyEndRank, parts::givenFirst, parts::birthRank)));
        for (int[] codes : parts.emails) {
            orders.add(() -> RowOrder.by(parts.users(codes, false)));
            orders.add(() -> RowOrder.by(parts.users(codes, true)));
        }
        for (int[] codes : parts.phones) {
            orders.add(() -> RowOrder.by(parts.digits(codes, false)));
            orders.add(() -> RowOrder.by(parts.digits(codes, true)));
        }
        orders.add(() -> RowOrder.by(parts.streets()));
    }

    private void key(IntUnaryOperator... of) {
        keys.add(() -> hashes(of));
    }

    private int[] hashes(IntUnaryOperator... of) {
        int salt = of.length;
        int[] hashes = new int[people.rows()];
        for (int row = 0; row < hashes.length; row++) {
            long hash = salt;
            for (IntUnaryOperator part : of) {
                int value = part.applyAsInt(row);
                if (value == 0) {
                    hash = 0;
                    break;
                }
                hash = (hash ^ value) * 0x9E3779B97F4A7C15L;
                hash ^= hash >>> 29;
            }
            hashes[row] = hash == 0 ? 0 : (int) (hash >>> 32) | 1;
        }
        return hashes;
    }
}
