package dev.cdm.matching.similarity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ValueDistanceTest {

    @Test
    void datesAreApartInDaysAndMeanMonths() {
        LocalDate leapDay = LocalDate.of(2000, 2, 29);
        assertEquals(366, ValueDistance.days(leapDay, LocalDate.of(2001, 3, 1)));
        assertEquals(366, ValueDistance.days(LocalDate.of(2001, 3, 1), leapDay));
        assertEquals(48, ValueDistance.months(leapDay, LocalDate.of(2004, 2, 29)), 1e-12);
        assertEquals(1, ValueDistance.months(leapDay, leapDay.plusDays(30)), 0.02);
    }

    @Test
    void numbersAreApartAbsolutelyAndRelatively() {
        assertEquals(7.5, ValueDistance.absolute(-2.5, 5));
        assertEquals(0.1, ValueDistance.relative(90, 100), 1e-12);
        assertEquals(1.0, ValueDistance.relative(0, -3));
        assertEquals(2.0, ValueDistance.relative(Double.MAX_VALUE, -Double.MAX_VALUE));
        assertEquals(0.0, ValueDistance.relative(0.0, -0.0));
    }

    @Test
    void placesAreApartOnAGreatCircle() {
        assertEquals(111.195, ValueDistance.kilometres(0, 0, 0, 1), 0.001);
        assertEquals(Math.PI * 6371.0088, ValueDistance.kilometres(90, 0, -90, 0), 1e-6);
        assertEquals(Math.PI * 6371.0088, ValueDistance.kilometres(0, -90, 0, 90), 1e-6);
        assertEquals(0, ValueDistance.kilometres(10, 180, 10, -180), 1e-9);
        double nashvilleToLosAngeles = 2887.2599506 / 6372.8 * 6371.0088;
        assertEquals(nashvilleToLosAngeles, ValueDistance.kilometres(36.12, -86.67, 33.94, -118.40), 1e-6);
    }

    @Test
    void impossibleNumbersAreNamed() {
        assertMessage("`b` must be finite, was NaN", () -> ValueDistance.absolute(1, Double.NaN));
        assertMessage("`a` must be finite, was Infinity", () -> ValueDistance.relative(Double.POSITIVE_INFINITY, 1));
        assertMessage(
                "`latitudeA` must be between -90.0 and 90.0, was 90.5", () -> ValueDistance.kilometres(90.5, 0, 0, 0));
        assertMessage(
                "`longitudeB` must be between -180.0 and 180.0, was NaN",
                () -> ValueDistance.kilometres(0, 0, 0, Double.NaN));
    }

    private static void assertMessage(String message, Runnable call) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }
}
