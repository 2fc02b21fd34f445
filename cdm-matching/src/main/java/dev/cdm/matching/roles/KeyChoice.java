package dev.cdm.matching.roles;

import dev.cdm.matching.learned.Blocking;
import dev.cdm.matching.learned.KeyPart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The keys of a saved model: combinations of which errors rarely spoil all. */
final class KeyChoice {

    private static final int CAP = 100;

    private static final String KEYS =
            "email, email-user, email-start, email-end, phone, phone-end, phone-start, token, code,"
                    + " text family-sound, text year given-1, employer family-sound, employer given, organisation, organisation-word,"
                    + " postcode organisation-word, postcode organisation-word-2, street organisation-word,"
                    + " street organisation-word-2, city organisation-word, city organisation-word-2,"
                    + " names, given-sound family-sound, given-written family-written, given, family, given-sound, family-sound,"
                    + " birth, year day-month given-1, given year, family year, family year day, family-sound year given-1,"
                    + " given-sound year family-1, month day family-sound, month day given-sound,"
                    + " postcode, postcode given-1, postcode family-sound, street postcode, street given-1, street family-sound,"
                    + " street year, city given, city family, city family-3 given-1, city month day, city year";

    private KeyChoice() {}

    static Blocking blocking() {
        List<List<KeyPart>> keys = new ArrayList<>();
        for (String key : KEYS.split(", *", -1)) {
            keys.add(Arrays.stream(key.split(" ", -1))
                    .map(label -> KeyPart.of(label).orElseThrow())
                    .toList());
        }
        return new Blocking(keys, CAP, new long[0]);
    }
}
