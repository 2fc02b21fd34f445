package dev.cdm.core.normalize;

import com.google.common.collect.ImmutableMap;
import dev.cdm.core.internal.CleanText;
import dev.cdm.core.value.CodeValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Codes of code lists, and the tables of spellings behind them: resource files in UTF-8, read when first needed. */
final class Codes implements ValueNormalizer<CodeValue> {

    private static final Map<String, Table> TABLES = new ConcurrentHashMap<>();

    private final String list;

    /** Codes of a list; of a list that is not known any text is a code. */
    Codes(String list) {
        this.list = list;
    }

    static Table table(String name) {
        return TABLES.computeIfAbsent(name, Table::read);
    }

    /** {@return the ISO 3166-1 alpha-2 code that a text stands for} */
    static Optional<String> country(String text) {
        return table("country").code(text);
    }

    @Override
    public Normalized<CodeValue> normalize(String text, Context context) {
        String line = CleanText.line(text);
        return switch (list) {
            case "iso-3166-1" -> known(country(line), "country");
            case "iso-4217" -> known(currency(line, context.region()), "currency");
            case "bcp-47" -> known(language(line), "language");
            case "tz" -> known(zone(line), "time_zone");
            case "gender" -> gender(line);
            default ->
                line.isBlank()
                        ? Normalized.failed("code.malformed", "has no visible character")
                        : Normalized.of(new CodeValue(line));
        };
    }

    private static Normalized<CodeValue> known(Optional<String> code, String name) {
        return code.map(found -> Normalized.of(new CodeValue(found)))
                .orElseGet(() -> Normalized.failed(name + ".unknown", "is not in the code list"));
    }

    private static Normalized<CodeValue> gender(String line) {
        Optional<String> code = table("gender").code(line);
        if (code.isEmpty() && !line.isBlank() && line.length() <= 40) {
            return Normalized.of(new CodeValue(line)).warning("gender.unlisted", "is a code of the source's own");
        }
        return known(code, "gender");
    }

    /** {@return the ISO 4217 code that a text stands for; a shared symbol is read as the region reads it} */
    static Optional<String> currency(String text, String region) {
        Optional<String> shared = table("currency_symbol").first(text + region);
        if (shared.isEmpty() || text.length() > 2) {
            shared = table("currency_symbol").first(text);
        }
        return shared.isPresent() ? shared : table("currency").code(text);
    }

    private static Optional<String> language(String text) {
        Optional<String> named = table("language").code(text);
        int end = text.indexOf('.');
        if (named.isPresent()) {
            return named;
        }
        String tag = (end < 0 ? text : text.substring(0, end)).replace('_', '-');
        Locale locale = Locale.forLanguageTag(tag);
        boolean whole = locale.toLanguageTag().equalsIgnoreCase(tag)
                && table("language").has(locale.getLanguage());
        return whole ? Optional.of(locale.toLanguageTag()) : Optional.empty();
    }

    private static Optional<String> zone(String text) {
        Optional<String> named = table("time_zone").code(text);
        if (named.isPresent()) {
            return named;
        }
        Optional<String> same = Zones.named(text);
        if (same.isPresent() || !text.matches("(UTC|GMT)?[+-]\\d{1,2}(:?\\d{2})?")) {
            return same;
        }
        try {
            String id = ZoneId.of(text).normalized().getId();
            return Optional.of(id.equals("Z") ? "UTC" : id);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The zones of the platform by folded name. */
    private static final class Zones {
        private static final Map<String, String> BY_NAME = byName();

        private static Map<String, String> byName() {
            Map<String, String> names = new LinkedHashMap<>();
            ZoneId.getAvailableZoneIds().stream().sorted().forEach(id -> names.put(id.toLowerCase(Locale.ROOT), id));
            return names;
        }

        static Optional<String> named(String text) {
            return Optional.ofNullable(BY_NAME.get(text.toLowerCase(Locale.ROOT).replace(' ', '_')));
        }
    }

    /** Rows of a code and its spellings. Spellings are compared without case, accents, spaces and punctuation. */
    static final class Table {
        private final ImmutableMap<String, List<String>> rows;
        private final Map<String, String> codes = new LinkedHashMap<>();

        private Table(Map<String, List<String>> rows) {
            this.rows = ImmutableMap.copyOf(rows);
            rows.keySet().forEach(code -> codes.put(fold(code), code));
            rows.forEach((code, spellings) -> spellings.forEach(text -> codes.putIfAbsent(fold(text), code)));
        }

        private static Table read(String name) {
            Map<String, List<String>> rows = new LinkedHashMap<>();
            try (InputStream bytes = Codes.class.getResourceAsStream(name + ".tsv")) {
                if (bytes == null) {
                    throw new IllegalStateException("the table `" + name + "` is missing in the library");
                }
                BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (!line.startsWith("#") && !line.isBlank()) {
                        List<String> cells = List.of(line.split("\t"));
                        rows.put(cells.get(0), new ArrayList<>(cells.subList(1, cells.size())));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Table(rows);
        }

        /** {@return the code of a spelling, or of itself} */
        Optional<String> code(String text) {
            String folded = fold(text);
            return folded.isEmpty() ? Optional.empty() : Optional.ofNullable(codes.get(folded));
        }

        boolean has(String code) {
            return rows.containsKey(code);
        }

        /** {@return the first cell of a row after its code} */
        Optional<String> first(String code) {
            return row(code).stream().findFirst();
        }

        /** {@return the cells of a row after its code; none if there is no such row} */
        List<String> row(String code) {
            @Nullable List<String> cells = rows.get(code);
            return cells == null ? List.of() : cells;
        }

        Map<String, List<String>> rows() {
            return rows;
        }

        private static String fold(String text) {
            String apart = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
            StringBuilder folded = new StringBuilder(apart.length());
            apart.codePoints()
                    .filter(point -> Character.isLetterOrDigit(point)
                            || Character.getType(point) == Character.CURRENCY_SYMBOL
                            || "○◯×✕".indexOf(point) >= 0)
                    .forEach(folded::appendCodePoint);
            return folded.toString();
        }
    }
}
