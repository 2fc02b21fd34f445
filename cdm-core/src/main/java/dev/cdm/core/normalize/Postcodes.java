package dev.cdm.core.normalize;

import dev.cdm.core.internal.CleanText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Postcodes in the normal form of their country, by the shapes of a table. */
final class Postcodes {

    private Postcodes() {}

    /** {@return the postcode in normal form; empty if it is none of the country; any text of a country without shapes} */
    static Optional<String> normalize(String text, String country) {
        String line = CleanText.line(text).toUpperCase(Locale.ROOT);
        List<String> shapes = Codes.table("postcode").row(country);
        String compact = line.replaceAll("[^A-Z0-9]", "");
        if (shapes.isEmpty()) {
            boolean short_ = !compact.isEmpty() && line.length() <= 20;
            return short_ ? Optional.of(line.startsWith("〒") ? line.substring(1).strip() : line) : Optional.empty();
        }
        if (compact.length() < line.replaceAll("[ \\-‐‑‒–—―−ー〒.,:]", "").length()) {
            return Optional.empty();
        }
        for (String candidate : List.of(compact, compact.replaceFirst("^[A-Z]{1,3}(?=[0-9])", ""), country + compact)) {
            for (String shape : shapes) {
                if (candidate.matches(expression(shape, ""))) {
                    return Optional.of(filled(shape, candidate));
                }
            }
        }
        return Optional.empty();
    }

    /** {@return where a line holds a postcode of the country in one of its usual ways of writing} */
    static Optional<Matcher> find(String line, String country) {
        for (String shape : List.copyOf(Codes.table("postcode").row(country)).stream()
                .sorted((a, b) -> b.length() - a.length())
                .toList()) {
            Matcher found = Pattern.compile("(?i)(?<![A-Z0-9])(?:[A-Z]{1,2}-)?" + expression(shape, "[ -]?") + "(?![A-Z0-9])")
                    .matcher(line);
            if (found.find()) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static String expression(String shape, String separator) {
        StringBuilder expression = new StringBuilder();
        for (char sign : shape.toCharArray()) {
            expression.append(
                    switch (sign) {
                        case '#' -> "[0-9]";
                        case '@' -> "[A-Z]";
                        case '?' -> "[A-Z0-9]";
                        case ' ', '-' -> separator;
                        default -> String.valueOf(sign);
                    });
        }
        return expression.toString();
    }

    private static String filled(String shape, String compact) {
        StringBuilder filled = new StringBuilder(shape);
        int next = 0;
        for (int i = 0; i < filled.length(); i++) {
            if (" -".indexOf(filled.charAt(i)) < 0) {
                filled.setCharAt(i, compact.charAt(next++));
            }
        }
        return filled.toString();
    }
}
