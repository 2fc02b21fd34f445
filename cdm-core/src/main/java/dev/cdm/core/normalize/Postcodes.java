package dev.cdm.core.normalize;

import dev.cdm.core.internal.CleanText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Postcodes in the normal form of their country, by the shapes of a table. */
final class Postcodes {

    private static final Map<String, List<Shape>> SHAPES = new ConcurrentHashMap<>();
    private static final Pattern SEPARATORS = Pattern.compile("[ \\-‐‑‒–—―−ー〒.,:]");
    private static final Pattern OTHER = Pattern.compile("[^A-Z0-9]");
    private static final Pattern LETTERS = Pattern.compile("^[A-Z]{1,3}(?=[0-9])");

    private Postcodes() {}

    /** A shape, and what it looks like without separators and as people write it. */
    private record Shape(String text, Pattern compact, Pattern written) {

        static Shape of(String text) {
            String written = "(?i)(?<![A-Z0-9])(?:[A-Z]{1,2}-)?" + expression(text, "[ -]?") + "(?![A-Z0-9])";
            return new Shape(text, Pattern.compile(expression(text, "")), Pattern.compile(written));
        }
    }

    /* Longest first, so that a longer postcode is not taken for a shorter one. */
    private static List<Shape> shapes(String country) {
        return SHAPES.computeIfAbsent(
                country,
                code -> Codes.table("postcode").row(code).stream()
                        .sorted((a, b) -> Integer.compare(b.length(), a.length()))
                        .map(Shape::of)
                        .toList());
    }

    /** {@return the postcode in normal form; empty if it is none of the country; any text of a country without shapes} */
    static Optional<String> normalize(String text, String country) {
        String line = CleanText.line(text).toUpperCase(Locale.ROOT);
        String compact = OTHER.matcher(line).replaceAll("");
        List<Shape> shapes = Codes.table("postcode").has(country) ? shapes(country) : List.of();
        if (shapes.isEmpty()) {
            String bare = line.startsWith("〒") ? line.substring(1).strip() : line;
            return compact.isEmpty() || line.length() > 20 ? Optional.empty() : Optional.of(bare);
        }
        if (compact.length() < SEPARATORS.matcher(line).replaceAll("").length()) {
            return Optional.empty();
        }
        String bare = LETTERS.matcher(compact).replaceFirst("");
        return Stream.of(compact, bare, country + compact)
                .flatMap(candidate -> shapes.stream()
                        .filter(shape -> shape.compact().matcher(candidate).matches())
                        .map(shape -> filled(shape.text(), candidate)))
                .findFirst();
    }

    /** {@return where a line holds a postcode of the country in one of its usual ways of writing} */
    static Optional<Matcher> find(String line, String country) {
        return Codes.table("postcode").has(country)
                ? shapes(country).stream()
                        .map(shape -> shape.written().matcher(line))
                        .filter(Matcher::find)
                        .findFirst()
                : Optional.empty();
    }

    private static String expression(String shape, String separator) {
        return shape.chars()
                .mapToObj(sign -> switch (sign) {
                    case '#' -> "[0-9]";
                    case '@' -> "[A-Z]";
                    case '?' -> "[A-Z0-9]";
                    case ' ', '-' -> separator;
                    default -> Character.toString(sign);
                })
                .collect(Collectors.joining());
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
