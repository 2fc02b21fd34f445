package dev.cdm.core.normalize;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rows of a file of vectors. Cells are divided by tabs and may hold escapes: backslash with n, r, t, u and four digits. */
final class Vectors {

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9A-Fa-f]{4})|([nrt\\\\]))");

    private Vectors() {}

    static List<List<String>> rows(String file, int columns) {
        try (InputStream bytes = Objects.requireNonNull(Vectors.class.getResourceAsStream("vectors/" + file), file)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isEmpty())
                    .map(line -> cells(line, columns))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line, int columns) {
        List<String> cells = new java.util.ArrayList<>();
        for (String cell : line.split("\t", -1)) {
            cells.add(ESCAPE.matcher(cell).replaceAll(found -> Matcher.quoteReplacement(unescaped(found))));
        }
        while (cells.size() < columns) {
            cells.add("");
        }
        return cells;
    }

    private static String unescaped(java.util.regex.MatchResult found) {
        if (found.group(1) != null) {
            return String.valueOf((char) Integer.parseInt(found.group(1), 16));
        }
        return switch (found.group(2)) {
            case "n" -> "\n";
            case "r" -> "\r";
            case "t" -> "\t";
            default -> "\\";
        };
    }

    /** Parts of a cell such as {@code family=Smith|given=John}; any other cell is one whole part. */
    static Map<String, String> parts(String cell) {
        Map<String, String> parts = new LinkedHashMap<>();
        if (!cell.matches("(?s)[a-zA-Z]*=.*")) {
            parts.put("", cell);
            return parts;
        }
        for (String part : Splitter.on('|').split(cell)) {
            int sign = part.indexOf('=');
            parts.put(part.substring(0, sign), part.substring(sign + 1));
        }
        return parts;
    }

    static String outcome(Normalized<?> result) {
        String codes = result.problems().stream().map(problem -> problem.code()).collect(Collectors.joining(" "));
        String value = result.value().map(found -> found.canonicalText()).orElse("!");
        return codes.isEmpty() ? value : value + " " + codes;
    }
}
