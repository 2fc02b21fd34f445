package dev.cdm.consent.guardian;

import dev.cdm.core.internal.Checks;
import java.time.LocalDate;
import java.time.Period;

/**
 * The bands of age that laws tell apart most often: 16 CFR 312.2 (13), Cal. Civ. Code 1798.120(c) (13 and 16), GDPR
 * Art. 8(1) (13 to 16), DPDP s. 2(f) (18).
 */
public enum AgeBand {
    /** Below 13. */
    CHILD(0),
    /** 13, 14 or 15. */
    YOUNG_TEEN(13),
    /** 16 or 17. */
    OLDER_TEEN(16),
    /** 18 and above. */
    ADULT(18);

    private final int from;

    AgeBand(int from) {
        this.from = from;
    }

    /** {@return the first age of the band in years} */
    public int from() {
        return from;
    }

    /**
     * {@return the band of a person on a day}
     *
     * @param born the date of birth
     * @param day the day, not before the birth
     */
    public static AgeBand of(LocalDate born, LocalDate day) {
        Checks.require(!day.isBefore(born), "day", "must not be before born");
        int years = Period.between(born, day).getYears();
        return years >= ADULT.from
                ? ADULT
                : years >= OLDER_TEEN.from ? OLDER_TEEN : years >= YOUNG_TEEN.from ? YOUNG_TEEN : CHILD;
    }
}
