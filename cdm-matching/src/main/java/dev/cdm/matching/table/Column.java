package dev.cdm.matching.table;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One column: a text or nothing for every record. Immutable and safe for any thread. */
public final class Column {

    /** The code of a missing value. */
    public static final int MISSING = -1;

    private final String name;
    private final int[] codes;
    private final Dictionary dictionary;

    Column(String name, int[] codes, Dictionary dictionary) {
        this.name = name;
        this.codes = codes;
        this.dictionary = dictionary;
    }

    /** {@return the name of the column} */
    public String name() {
        return name;
    }

    /** {@return how many records there are} */
    public int rows() {
        return codes.length;
    }

    /** {@return how many distinct texts occur} */
    public int distinct() {
        return dictionary.size();
    }

    /**
     * {@return the code of a record's text, or {@link #MISSING}}
     *
     * @param row the record, from 0
     */
    public int code(int row) {
        return codes[row];
    }

    /**
     * {@return the text with a code}
     *
     * @param code the code, from 0
     */
    public String text(int code) {
        return dictionary.text(code);
    }

    /**
     * {@return the text of a record, if it has one}
     *
     * @param row the record, from 0
     */
    public Optional<String> value(int row) {
        return codes[row] == MISSING ? Optional.empty() : Optional.of(dictionary.text(codes[row]));
    }

    /**
     * {@return a column that holds first the values of one column and then those of another}
     *
     * @param first the first column; its name is kept
     * @param second the second column
     */
    public static Column concat(Column first, Column second) {
        Dictionary both = new Dictionary();
        int[] codes = new int[first.rows() + second.rows()];
        first.copyTo(codes, 0, both);
        second.copyTo(codes, first.rows(), both);
        return new Column(first.name, codes, both);
    }

    /**
     * {@return a column of one record}
     *
     * @param name its name
     * @param text the text of the record, or null if it has none
     */
    public static Column of(String name, @Nullable String text) {
        Dictionary dictionary = new Dictionary();
        return new Column(name, new int[] {text == null ? MISSING : dictionary.add(text)}, dictionary);
    }

    /**
     * {@return a column without any value}
     *
     * @param name its name
     * @param rows how many records there are
     */
    public static Column empty(String name, int rows) {
        int[] codes = new int[rows];
        Arrays.fill(codes, MISSING);
        return new Column(name, codes, new Dictionary());
    }

    /**
     * {@return this column under another name}
     *
     * @param other the name
     */
    public Column renamed(String other) {
        return new Column(other, codes, dictionary);
    }

    private void copyTo(int[] target, int from, Dictionary into) {
        int[] renumbered = new int[dictionary.size()];
        for (int code = 0; code < renumbered.length; code++) {
            renumbered[code] = into.add(dictionary.text(code));
        }
        for (int row = 0; row < codes.length; row++) {
            target[from + row] = codes[row] == MISSING ? MISSING : renumbered[codes[row]];
        }
    }

    @Override
    public String toString() {
        return name + ": " + codes.length + " rows, " + dictionary.size() + " distinct";
    }
}
