package dev.cdm.matching.person;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The keys under which records of one person may meet: whole values, parts of them and their sounds, in combinations of
 * which errors rarely spoil all. Immutable and safe for any thread.
 *
 * <p>Of many records only those keys are used that find pairs which no others find: most where there is no telephone
 * number and no e-mail address, fewer where there is one.
 */
public final class PersonKeys {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int SIX_DIGITS = 0xFFFFFF;
    private static final int THREE_DIGITS = 12;

    private final PersonTable people;
    private final KeyParts parts;
    /** Whether keys that find little are left out. */
    private final boolean lean;
    /** Whether telephone numbers or e-mail addresses make still more keys dispensable. */
    private final boolean reachable;

    private final List<PersonKey> keys = new ArrayList<>();
    private final List<PersonKey> orders = new ArrayList<>();

    /**
     * Prepares the keys.
     *
     * @param people the records
     * @param entities records of one entity lend each other the values that one of them misses
     * @param lean whether to leave out keys under which few pairs meet that do not meet otherwise
     */
    public PersonKeys(PersonTable people, Entities entities, boolean lean) {
        this.people = people;
        this.lean = lean;
        parts = new KeyParts(people, entities);
        reachable = !parts.emails.isEmpty() || !parts.phones.isEmpty();
        contacts();
        extras();
        names();
        births();
        places();
        neighbourhoods();
    }

    /** {@return the keys: equal hashes make a pair} */
    public List<PersonKey> keys() {
        return List.copyOf(keys);
    }

    /** {@return the orders in which similar records are near each other} */
    public List<PersonKey> orders() {
        return List.copyOf(orders);
    }

    /** {@return the order by family name, given name and date of birth} */
    public PersonKey nameOrder() {
        return KeyParts.composite(parts.familyRank, parts.givenRank, parts.birthRank);
    }

    /** {@return the number of the given name of every record, 0 if missing} */
    public int[] givenNames() {
        return parts.given.values().clone();
    }

    /** {@return the number of the family name of every record, 0 if missing} */
    public int[] familyNames() {
        return parts.family.values().clone();
    }

    private void contacts() {
        for (LentValues codes : parts.emails) {
            full(parts.of(codes, code -> code + 1));
            key(parts.of(codes, code -> people.emails.user(code) + 1));
        }
        for (LentValues codes : parts.phones) {
            full(parts.of(codes, code -> code + 1));
            key(parts.of(codes, code -> (int) (people.phones.value(code) & SIX_DIGITS) + 1));
            key(
                    parts.of(codes, code -> (int) (people.phones.value(code) >>> THREE_DIGITS & SIX_DIGITS) + 1),
                    parts.givenFirst);
        }
    }

    private void extras() {
        for (ExtraField extra : people.extras) {
            KeyPart value = parts.own(extra.codes, code -> code + 1);
            if (extra.kind == FieldKind.TOKEN || extra.kind == FieldKind.CODE) {
                key(value);
            } else if (extra.isOrganisation()) {
                organisations(extra, value);
            } else if (extra.kind == FieldKind.TEXT) {
                key(value, parts.familySound);
                key(value, parts.year, parts.givenFirst);
            }
        }
    }

    private void organisations(ExtraField extra, KeyPart name) {
        if (extra.kind == FieldKind.EMPLOYER) {
            key(name, parts.familySound);
            key(name, parts.given);
            return;
        }
        OrganisationValues names = extra.organisations;
        KeyPart first = rarest(names, extra.codes, 0);
        KeyPart second = rarest(names, extra.codes, 1);
        key(name);
        key(first);
        key(first, second);
        for (KeyPart place : List.of(parts.postcode, parts.street, parts.city)) {
            key(place, name);
            key(place, first);
            key(place, second);
        }
        int[] codes = extra.codes;
        orders.add(new PersonKey(
                () -> Arrays.stream(codes)
                        .mapToLong(code -> code < 0 ? 0 : names.cores.prefix(code, false))
                        .toArray(),
                name.lent()));
    }

    private KeyPart rarest(OrganisationValues names, int[] codes, int after) {
        int[] rare = new int[names.cores.size()];
        Arrays.setAll(rare, name -> names.rarest(name, after) + 1);
        return parts.own(codes, code -> rare[code]);
    }

    private void names() {
        full(parts.given, parts.family);
        keys.add(new PersonKey(this::bothNames, parts.given.lent(), parts.family.lent()));
        key(parts.givenSound, parts.familySound);
        if (people.names.isJapanese()) {
            key(parts.givenWritten, parts.familyWritten);
            full(parts.givenWritten, parts.birth);
            full(parts.familyWritten, parts.birth);
        }
    }

    private void births() {
        full(parts.given, parts.birth);
        key(parts.family, parts.birth);
        unreachable(parts.birth);
        key(parts.year, parts.dayAndMonth, parts.givenFirst);
        full(parts.givenThree, parts.familyThree, parts.year);
        full(parts.familyFive, parts.givenFirst, parts.month);
        for (KeyPart name : List.of(parts.given, parts.family)) {
            full(name, parts.year, parts.month);
            unreachable(name, parts.year, parts.day);
            full(name, parts.month, parts.day);
            unreachable(name, parts.year);
        }
        key(parts.familySound, parts.year, parts.givenFirst);
        key(parts.givenSound, parts.year, parts.familyFirst);
        key(parts.month, parts.day, parts.familySound);
        key(parts.month, parts.day, parts.givenSound);
    }

    private void places() {
        for (KeyPart place : List.of(parts.postcode, parts.street)) {
            key(place, parts.givenFirst);
            key(place, parts.familySound);
            key(place, parts.year);
        }
        key(parts.postcode, parts.month, parts.day);
        key(parts.postcode);
        unreachable(parts.street, parts.postcode);
        key(parts.city, parts.given);
        unreachable(parts.city, parts.family);
        full(parts.city, parts.year, parts.month, parts.givenFirst);
        unreachable(parts.city, parts.familyThree, parts.givenFirst);
        full(parts.city, parts.month, parts.day);
    }

    private void neighbourhoods() {
        orders.add(KeyParts.composite(parts.givenRank, parts.familyRank, parts.birthRank));
        orders.add(KeyParts.composite(parts.birthRank, parts.familyRank, parts.givenRank));
        if (!lean || !reachable) {
            orders.add(nameOrder());
            orders.add(KeyParts.composite(parts.familyEndRank, parts.givenFirst, parts.birthRank));
        }
        for (LentValues codes : parts.emails) {
            orders.add(parts.users(codes, false));
            orders.add(parts.users(codes, true));
        }
        for (LentValues codes : parts.phones) {
            orders.add(parts.digits(codes, false));
            if (!lean) {
                orders.add(parts.digits(codes, true));
            }
        }
        if (!lean) {
            orders.add(parts.streets());
        }
    }

    /** A key that is used whatever the number of records. */
    private void key(KeyPart... of) {
        boolean[][] lent = Arrays.stream(of).map(KeyPart::lent).toArray(boolean[][]::new);
        keys.add(new PersonKey(() -> hashes(of), lent));
    }

    /** A key that many records do without if they can be reached by telephone or e-mail. */
    private void unreachable(KeyPart... of) {
        if (!lean || !reachable) {
            key(of);
        }
    }

    /** A key that many records do without. */
    private void full(KeyPart... of) {
        if (!lean) {
            key(of);
        }
    }

    /** The two names in any order. */
    private long[] bothNames() {
        int[] givens = parts.given.values();
        int[] families = parts.family.values();
        long[] hashes = new long[givens.length];
        for (int row = 0; row < hashes.length; row++) {
            long product = (long) givens[row] * families[row];
            hashes[row] = product == 0 ? 0 : (product * 31 + givens[row] + families[row]) * SPREAD;
        }
        return hashes;
    }

    private static long[] hashes(KeyPart... of) {
        int[] first = of[0].values();
        long[] hashes = new long[first.length];
        for (int row = 0; row < hashes.length; row++) {
            hashes[row] = first[row] * SPREAD;
        }
        for (int part = 1; part < of.length; part++) {
            mix(hashes, of[part].values());
        }
        return hashes;
    }

    private static void mix(long[] hashes, int[] values) {
        for (int row = 0; row < hashes.length; row++) {
            long hash = hashes[row];
            hashes[row] = hash == 0 || values[row] == 0 ? 0 : ((hash ^ hash >>> 29) + values[row]) * SPREAD;
        }
    }
}
