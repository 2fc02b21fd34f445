package dev.cdm.core.format;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.model.RawRecord;
import dev.cdm.core.model.SourceSystem;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the export of a source system looks like, to read it and to write it. Immutable, thread-safe.
 *
 * <p>CSV is RFC 4180 with a header: double quotes, doubled inside a quoted cell, and LF, CRLF or CR at the end of a line.
 * JSON Lines is one JSON object (RFC 8259) a line; nested objects give names like {@code address.street}, arrays give
 * repeated fields in their order, and {@code null}, <code>&#123;&#125;</code> and {@code []} give an empty text. Numbers
 * and booleans keep their text. The row of a position is the line on which a row begins, from 1, the header counted.
 *
 * <p>Problems of rows, by code:
 *
 * <ul>
 *   <li>{@code row.columns}: more or fewer cells than the header
 *   <li>{@code row.quote}: a quote that is not closed or stands inside a cell; costs one line
 *   <li>{@code row.encoding}: bytes that the encoding does not know; they are kept as in {@code \xE9}
 *   <li>{@code row.too-long}: more characters than the limit
 *   <li>{@code row.key-missing}, {@code row.key-malformed}: no key, or one no record id can have
 *   <li>{@code row.key-repeated}: an earlier row of the file has the same key, version and time
 *   <li>{@code json.truncated}, {@code json.malformed}, {@code json.not-object}, {@code json.name-repeated}
 *   <li>{@code row.time-malformed}: the only one with which a row is usable; it is read without the time
 * </ul>
 */
public final class RecordFormat {

    private static final int DEFAULT_ROW_LIMIT = 1_000_000;

    final SourceSystem system;
    final boolean csv;
    final String keyField;
    final @Nullable String timeField;
    final @Nullable String versionField;
    final @Nullable String deletedField;
    private final ImmutableSet<String> deletedWords;
    final ImmutableSet<String> special;
    final ImmutableSet<String> required;
    final FieldPlan plan;
    private final TimeText times;
    final Charset charset;
    final char separator;
    final int rowLimit;
    final boolean repeatsAllowed;

    private RecordFormat(Builder builder) {
        this.system = builder.system;
        this.csv = builder.csv;
        this.keyField = builder.keyField;
        this.timeField = builder.timeField;
        this.versionField = builder.versionField;
        this.deletedField = builder.deletedField;
        this.deletedWords = ImmutableSet.copyOf(builder.deletedWords);
        this.special = ImmutableSet.copyOf(builder.special);
        this.required = ImmutableSet.copyOf(builder.required);
        this.plan = new FieldPlan(builder.roles, builder.aliases, builder.kept);
        this.times = new TimeText(builder.timePatterns, builder.zone);
        this.charset = builder.charset;
        this.separator = builder.separator;
        this.rowLimit = builder.rowLimit;
        this.repeatsAllowed = builder.repeatsAllowed;
    }

    /**
     * {@return a builder of a format of CSV files}
     *
     * @param system the source system
     * @param keyField the column that holds the system's own key for the person
     */
    public static Builder csv(SourceSystem system, String keyField) {
        return new Builder(system, keyField, true);
    }

    /**
     * {@return a builder of a format of JSON Lines files}
     *
     * @param system the source system
     * @param keyField the field that holds the system's own key for the person
     */
    public static Builder jsonLines(SourceSystem system, String keyField) {
        return new Builder(system, keyField, false);
    }

    /** {@return the source system} */
    public SourceSystem system() {
        return system;
    }

    /**
     * {@return a reader of a file; positions name it without its folder}
     *
     * @param file the file
     * @throws DataFileException if it cannot be read, or is a CSV file without a header or without a column that is
     *     needed
     */
    public RowReader<RawRecord> read(Path file) {
        String name = file.toString();
        try {
            return read(Files.newInputStream(file), String.valueOf(file.getFileName()));
        } catch (IOException e) {
            throw new DataFileException(name, "cannot read `" + name + "`: " + DataFileException.reason(e), e);
        }
    }

    /**
     * {@return a reader of a stream, which it closes}
     *
     * @param in the stream; it is buffered here
     * @param name its name in positions and messages, without personal data
     * @throws DataFileException as {@link #read(Path)}
     */
    public RowReader<RawRecord> read(InputStream in, String name) {
        TextLines lines = new TextLines(name, in, charset, rowLimit);
        return new RowReader<>(lines, csv ? new CsvRecords(this, lines) : new JsonRecords(this, lines));
    }

    /**
     * {@return a writer of a file, which it replaces}
     *
     * @param file the file
     * @param fields the columns of a CSV file after those of this format, repeated for fields that stand several times;
     *     JSON Lines need none
     * @throws DataFileException if it cannot be written
     */
    public RecordWriter write(Path file, List<String> fields) {
        try {
            return write(Files.newOutputStream(file), file.toString(), fields);
        } catch (IOException e) {
            throw unwritable(file.toString(), e);
        }
    }

    /**
     * {@return a writer of a stream, which it closes}
     *
     * @param out the stream; it is buffered here
     * @param name its name in messages
     * @param fields as in {@link #write(Path, List)}
     * @throws DataFileException if it cannot be written
     */
    public RecordWriter write(OutputStream out, String name, List<String> fields) {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, charset));
        return new RecordWriter(this, name, writer, fields);
    }

    static DataFileException unwritable(String name, @Nullable IOException cause) {
        String reason = cause == null ? "unknown" : DataFileException.reason(cause);
        return new DataFileException(name, "cannot write `" + name + "`: " + reason, cause);
    }

    String deletedWord() {
        return deletedWords.iterator().next();
    }

    boolean meansDeleted(String text) {
        return deletedWords.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    Optional<Instant> parseTime(String text) {
        return times.parse(text);
    }

    @Override
    public String toString() {
        return "RecordFormat[" + system.id() + (csv ? " CSV" : " JSON Lines") + "]";
    }

    /** Collects the parts of a format; names of fields are compared without case, width and punctuation. Not thread-safe. */
    public static final class Builder {

        private final SourceSystem system;
        private final boolean csv;
        private final String keyField;
        private final Map<String, FieldPlan.Role> roles = new LinkedHashMap<>();
        private final Map<String, String> aliases = new LinkedHashMap<>();
        private final Set<String> kept = new LinkedHashSet<>();
        private final Set<String> special = new LinkedHashSet<>();
        private final Set<String> required = new LinkedHashSet<>();
        private final List<DateTimeFormatter> timePatterns = new ArrayList<>();
        private @Nullable String timeField;
        private @Nullable String versionField;
        private @Nullable String deletedField;
        private ImmutableList<String> deletedWords = ImmutableList.of("true", "1", "yes", "y");
        private ZoneId zone = ZoneOffset.UTC;
        private Charset charset = StandardCharsets.UTF_8;
        private char separator = ',';
        private int rowLimit = DEFAULT_ROW_LIMIT;
        private boolean repeatsAllowed;

        private Builder(SourceSystem system, String keyField, boolean csv) {
            this.system = system;
            this.csv = csv;
            this.keyField = keyField;
            special(keyField, FieldPlan.Role.KEY);
        }

        /**
         * {@return this builder, with the field that tells since when the source says it is so}
         *
         * <p>Read are the patterns of {@link #timePattern}, ISO 8601 and its common relatives, and seconds or
         * milliseconds since 1970.
         *
         * @param field the field
         */
        public Builder assertedAt(String field) {
            timeField = special(field, FieldPlan.Role.TIME);
            return this;
        }

        /**
         * {@return this builder, with one more way in which times are written}
         *
         * @param pattern a pattern of {@link DateTimeFormatter}, such as {@code d.M.uuuu HH:mm}
         * @throws IllegalArgumentException if it is none
         */
        public Builder timePattern(String pattern) {
            timePatterns.add(DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT));
            return this;
        }

        /**
         * {@return this builder, with the zone of times that name none}
         *
         * @param place the zone; the default is UTC
         */
        public Builder zone(ZoneId place) {
            this.zone = place;
            return this;
        }

        /**
         * {@return this builder, with the field that holds the source's own version of the record}
         *
         * @param field the field
         */
        public Builder version(String field) {
            versionField = special(field, FieldPlan.Role.VERSION);
            return this;
        }

        /**
         * {@return this builder, with the field that tells whether the record was deleted}
         *
         * @param field the field
         * @param words the texts that say so, without regard to case; none for {@code true}, {@code 1}, {@code yes} and
         *     {@code y}
         */
        public Builder deleted(String field, String... words) {
            deletedField = special(field, FieldPlan.Role.DELETED);
            if (words.length > 0) {
                deletedWords = ImmutableSet.copyOf(words).stream()
                        .map(word -> word.strip().toLowerCase(Locale.ROOT))
                        .collect(ImmutableList.toImmutableList());
            }
            return this;
        }

        /**
         * {@return this builder; a field gets another name in the record}
         *
         * @param field its name in the file
         * @param name its name in the record, mostly one that the schema knows
         */
        public Builder alias(String field, String name) {
            aliases.put(field, name);
            return this;
        }

        /**
         * {@return this builder; some fields are left out}
         *
         * @param fields their names in the file
         */
        public Builder ignore(String... fields) {
            for (String field : fields) {
                roles.put(field, FieldPlan.Role.IGNORED);
            }
            return this;
        }

        /**
         * {@return this builder; the key, time, version or deletion is a field of the record, too}
         *
         * @param field its name in the file
         */
        public Builder keep(String field) {
            kept.add(field);
            return this;
        }

        /**
         * {@return this builder; a CSV file without these columns is refused}
         *
         * @param fields their names, besides key, time, version and deletion, which are always needed
         */
        public Builder require(String... fields) {
            required.addAll(ImmutableList.copyOf(fields));
            return this;
        }

        /**
         * {@return this builder, with the encoding}
         *
         * @param encoding the encoding; the default is UTF-8. A byte order mark of UTF-8 or UTF-16 outranks it
         */
        public Builder charset(Charset encoding) {
            this.charset = encoding;
            return this;
        }

        /**
         * {@return this builder, with what stands between the cells of a CSV file}
         *
         * @param sign one character; the default is a comma
         */
        public Builder separator(char sign) {
            Checks.require(csv, "separator", "must be set for CSV only");
            this.separator = sign;
            return this;
        }

        /**
         * {@return this builder, with the longest row that is read}
         *
         * @param characters how many UTF-16 units, from 100 to 500 million; the default is a million. A reader needs a few
         *     times as much memory
         */
        public Builder rowLimit(int characters) {
            this.rowLimit = Checks.between(characters, 100, 500_000_000, "rowLimit");
            return this;
        }

        /** {@return this builder; several rows of a file may have one key, as in an export that is a history of changes} */
        public Builder allowRepeatedKeys() {
            this.repeatsAllowed = true;
            return this;
        }

        /** {@return the format} */
        public RecordFormat build() {
            return new RecordFormat(this);
        }

        private String special(String field, FieldPlan.Role role) {
            Checks.notBlank(field, "field");
            roles.put(field, role);
            special.add(field);
            required.add(field);
            return field;
        }
    }
}
