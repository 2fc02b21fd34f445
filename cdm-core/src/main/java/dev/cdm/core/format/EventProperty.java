package dev.cdm.core.format;

import dev.cdm.core.model.ProblemSeverity;
import dev.cdm.core.model.ValueProblem;
import dev.cdm.core.timeline.Event;
import dev.cdm.core.timeline.EventProperties;
import dev.cdm.core.value.AttributeValue;
import dev.cdm.core.value.CodeValue;
import dev.cdm.core.value.Money;
import dev.cdm.core.value.NumberValue;
import dev.cdm.core.value.TextValue;
import dev.cdm.core.value.UriValue;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A property of an event, read from a text. */
final class EventProperty {

    static final int MOST_DIGITS = 1_000;

    private static final int LONGEST_NAME = 200;

    private EventProperty() {}

    static void add(
            Event.Builder event, String name, String text, String currency, List<ValueProblem> problems) {
        if (name.length() > LONGEST_NAME) {
            String message = "has a name of more than " + LONGEST_NAME + " characters; it is not kept";
            problems.add(new ValueProblem("event.property-unnamed", ProblemSeverity.ERROR, name, message, text));
            return;
        }
        AttributeValue value = typed(name, text, currency);
        if (value == null) {
            problems.add(new ValueProblem(
                    "event.property-malformed", ProblemSeverity.ERROR, name, "is not of its type; kept as text", text));
        }
        event.property(name, value == null ? new TextValue(text) : value);
    }

    /* As it is, so that it is no longer than it came: `1e9999` is kept as text. */
    private static BigDecimal number(String text) {
        BigDecimal number = new BigDecimal(text);
        if (Math.abs((long) number.scale()) > MOST_DIGITS) {
            throw new NumberFormatException("too many digits");
        }
        return number;
    }

    /** The value, or null if the text is none of the type that the property must have. */
    private static @Nullable AttributeValue typed(String name, String text, String currency) {
        try {
            if (name.equals(EventProperties.AMOUNT.name())) {
                return new Money(number(text), Currency.getInstance(currency));
            }
            if (name.equals(EventProperties.QUANTITY.name()) || name.equals(EventProperties.SCORE.name())) {
                return new NumberValue(number(text));
            }
            if (name.equals(EventProperties.PAGE.name()) || name.equals(EventProperties.REFERRER.name())) {
                return new UriValue(URI.create(text));
            }
            return name.equals(EventProperties.SCALE.name()) ? new CodeValue(text) : new TextValue(text);
        } catch (IllegalArgumentException e) {
            return null; // NumberFormatException is one, too: the caller keeps the text
        }
    }
}
