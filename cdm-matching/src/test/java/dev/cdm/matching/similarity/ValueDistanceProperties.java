package dev.cdm.matching.similarity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ValueDistanceProperties {

    @Property
    void dateDistancesAreSymmetric(@ForAll @IntRange(max = 80_000) int a, @ForAll @IntRange(max = 80_000) int b) {
        LocalDate one = LocalDate.ofEpochDay(a);
        LocalDate other = LocalDate.ofEpochDay(b);
        assertEquals(Math.abs(a - b), ValueDistance.days(one, other));
        assertEquals(ValueDistance.months(one, other), ValueDistance.months(other, one));
    }

    @Property
    void numberDistancesAreSymmetricAndNothingIsFartherThanItsOpposite(
            @ForAll @DoubleRange(min = -1e300, max = 1e300) double a,
            @ForAll @DoubleRange(min = -1e300, max = 1e300) double b) {
        double relative = ValueDistance.relative(a, b);
        assertTrue(relative >= 0 && relative <= 2);
        assertEquals(relative, ValueDistance.relative(b, a));
        assertEquals(ValueDistance.absolute(a, b), ValueDistance.absolute(b, a));
        assertEquals(0.0, ValueDistance.absolute(a, a) + ValueDistance.relative(a, a));
    }

    @Property
    void placesAreNeverFartherThanHalfTheEarth(
            @ForAll @DoubleRange(min = -90, max = 90) double latitude,
            @ForAll @DoubleRange(min = -180, max = 180) double longitude,
            @ForAll @DoubleRange(min = -90, max = 90) double otherLatitude,
            @ForAll @DoubleRange(min = -180, max = 180) double otherLongitude) {
        double distance = ValueDistance.kilometres(latitude, longitude, otherLatitude, otherLongitude);
        assertTrue(distance >= 0 && distance <= 20_015.2);
        assertEquals(distance, ValueDistance.kilometres(otherLatitude, otherLongitude, latitude, longitude));
        assertEquals(0.0, ValueDistance.kilometres(latitude, longitude, latitude, longitude));
    }
}
