package dev.cdm.core.internal;

import java.time.Duration;

/** Argument checks whose messages name the parameter, the rule and the value. */
public final class Checks {

    private Checks() {}

    /**
     * Fails unless a rule holds.
     *
     * @param holds whether the rule holds
     * @param parameter the name of the parameter
     * @param rule what must be true of it, as in {@code must be between 0 and 1}
     * @param value the value given; it is printed, so it must not be personal data
     * @throws IllegalArgumentException if the rule does not hold
     */
    public static void require(boolean holds, String parameter, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException("`" + parameter + "` " + rule + ", was " + value);
        }
    }

    /**
     * Fails unless a rule holds, without printing the value, which may be personal.
     *
     * @param holds whether the rule holds
     * @param parameter the name of the parameter
     * @param rule what must be true of it
     * @throws IllegalArgumentException if the rule does not hold
     */
    public static void require(boolean holds, String parameter, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("`" + parameter + "` " + rule);
        }
    }

    /**
     * {@return the text itself, which holds at least one character that is not white space}
     *
     * @param text the text
     * @param parameter the name of the parameter
     * @throws IllegalArgumentException if the text is blank
     */
    public static String notBlank(String text, String parameter) {
        require(!text.isBlank(), parameter, "must not be blank");
        return text;
    }

    /**
     * {@return the value itself, which lies between two bounds, both included}
     *
     * @param value the value
     * @param low the lowest allowed value
     * @param high the highest allowed value
     * @param parameter the name of the parameter
     * @throws IllegalArgumentException if the value is outside the bounds or not a number
     */
    public static double between(double value, double low, double high, String parameter) {
        require(value >= low && value <= high, parameter, "must be between " + low + " and " + high, value);
        return value;
    }

    /**
     * {@return the value itself, which lies between two bounds, both included}
     *
     * @param value the value
     * @param low the lowest allowed value
     * @param high the highest allowed value
     * @param parameter the name of the parameter
     * @throws IllegalArgumentException if the value is outside the bounds
     */
    public static int between(int value, int low, int high, String parameter) {
        require(value >= low && value <= high, parameter, "must be between " + low + " and " + high, value);
        return value;
    }

    /**
     * {@return the duration itself, which is zero or longer}
     *
     * @param duration the duration
     * @param parameter the name of the parameter
     * @throws IllegalArgumentException if the duration is negative
     */
    public static Duration notNegative(Duration duration, String parameter) {
        require(!duration.isNegative(), parameter, "must not be negative", duration);
        return duration;
    }
}
