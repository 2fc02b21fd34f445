package dev.cdm.matching.roles;

import dev.cdm.matching.learned.Blocking;
import dev.cdm.matching.learned.KeyPart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The keys of a saved model: combinations of which errors rarely spoil all. */
final class KeyChoice {

    private static final int CAP = 100;

    private static final String KEYS = "email, email-user, phone, phone-end, phone-start given-1, token, code,"
            + " text family-sound, text year given-1,"
            + " given birth, family birth, birth, year day-month given-1, given family, names, given-sound family-sound,"
            + " given-3 family-3 year, family-5 given-1 month,"
            + " given year month, given year day, given month day, given year,"
            + " family year month, family year day, family month day, family year,"
            + " family-sound year given-1, given-sound year family-1, month day family-sound, month day given-sound,"
            + " given-written birth, family-written birth, given-written family-written,"
            + " postcode given-1, postcode family-sound, postcode year, street given-1, street family-sound, street year,"
            + " postcode month day, postcode, street postcode,"
            + " city given, city family, city year month given-1, city family-3 given-1, city month day";

    private KeyChoice() {}

    static Blocking of(int rows) {
        List<List<KeyPart>> keys = new ArrayList<>();
        for (String key : KEYS.split(", *", -1)) {
            keys.add(Arrays.stream(key.split(" ", -1))
                    .map(label -> KeyPart.of(label).orElseThrow())
                    .toList());
        }
        return new Blocking(keys, Integer.getInteger("cap", CAP), new long[0]);
    }
}
