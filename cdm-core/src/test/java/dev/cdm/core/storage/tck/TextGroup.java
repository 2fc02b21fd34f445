package dev.cdm.core.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Page;
import dev.cdm.core.storage.StoredText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every code point, every instant, every length that the contract allows. */
abstract class TextGroup extends Group {

    /* In code-point order. Java's own order puts the emoji before the kana, and a database's collation may do anything. */
    private static final List<String> ORDERED = List.of(
            "!",
            "A",
            "B",
            "Z",
            "_",
            "a",
            "a ",
            "a!",
            "aa",
            "b",
            "z",
            "~",
            "\u00a0",
            "ß",
            "é",
            "İ",
            "ı",
            "ſ",
            "Ω",
            "Я",
            "ア",
            "中",
            "한",
            "\ue000",
            "\uf900",
            "ａ",
            "ｱ",
            "ｶﾞ",
            "\uffee",
            "😀",
            "😀a",
            "𠮷",
            "\udbff\udffd");

    TextGroup(StorageContract contract) {
        super(contract);
    }

    /** Texts that a store must keep as they are. */
    static Arbitrary<String> texts() {
        Arbitrary<Integer> points = Arbitraries.oneOf(
                Arbitraries.integers().between(1, 0x7f),
                Arbitraries.integers().between(0x80, 0xd7ff),
                Arbitraries.integers().between(0xe000, 0xffff),
                Arbitraries.integers().between(0x10000, 0x10ffff),
                Arbitraries.of(0x27, 0x22, 0x5c, 0x25, 0x5f, 0x0a, 0x0d, 0x09, 0x20, 0x85, 0x2028, 0x130, 0x131));
        return points.list().ofMaxSize(40).map(list -> {
            StringBuilder text = new StringBuilder();
            list.forEach(text::appendCodePoint);
            return text.toString();
        });
    }

    private static String bytes(String text) {
        return Arrays.toString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("are ordered by code point: supplementary characters come after half-width kana")
    void areOrderedByCodePoint() {
        List<String> shuffled = new ArrayList<>(ORDERED);
        Collections.shuffle(shuffled, Samples.random());
        for (String text : shuffled) {
            append(storage(), Note.of("id" + text));
            put(storage(), Card.of("key" + text, 1).tagged(text), 0);
        }
        assertThat(ORDERED).isSortedAccordingTo(StoredText.ORDER);
        assertThat(by(storage(), Note.TOPIC, "topic"))
                .isEqualTo(ORDERED.stream().map(text -> "id" + text).toList());
        assertThat(all(storage()))
                .isEqualTo(ORDERED.stream().map(text -> "key" + text).toList());
        for (int limit : new int[] {1, 5}) {
            assertThat(keys(pages(after ->
                            read(storage(), unit -> unit.table(Card.CARDS).by(Card.TAG, "a", "😀", after, limit)))))
                    .isEqualTo(ORDERED.subList(ORDERED.indexOf("a"), ORDERED.indexOf("😀") + 1).stream()
                            .map(text -> "key" + text)
                            .toList());
        }
    }

    @Test
    @DisplayName("come back unit for unit, in ids, keys, index values and bodies")
    void comeBackUnchanged() {
        Samples.check(60, texts().filter(text -> !text.isBlank()).list().ofSize(4), sample -> {
            String id = sample.get(0);
            Note note = Note.of(id, sample.get(1)).saying(sample.get(2)).about(sample.get(3));
            boolean isNew = !append(storage(), note).isEmpty();
            if (isNew) {
                assertThat(get(storage(), id).get(id)).as(bytes(id)).isEqualTo(note);
                assertThat(by(storage(), Note.TOPIC, sample.get(1)))
                        .as(bytes(sample.get(1)))
                        .contains(id);
                put(storage(), Card.of(id, 1).tagged(sample.get(3)), 0);
                assertThat(card(storage(), id).document().tags()).containsExactly(sample.get(3));
            }
        });
    }

    @Test
    @DisplayName("may be long: bodies of a million characters, keys and index values of 500")
    void mayBeLong() {
        String key = "長".repeat(StoredText.LONGEST);
        Note note = Note.of(key, key).saying("語😀".repeat(333_333));
        append(storage(), note);
        assertThat(get(storage(), key).get(key)).isEqualTo(note);
        assertThat(by(storage(), Note.TOPIC, key)).containsExactly(key);
        put(storage(), Card.of(key, 1).tagged(key), 0);
        assertThat(all(storage())).containsExactly(key);
        Page<?> page = read(storage(), unit -> unit.table(Card.CARDS).by(Card.TAG, key, key, Cursor.START, 1));
        assertThat(read(storage(), unit -> unit.table(Card.CARDS).by(Card.TAG, key, key, page.next(), 1))
                        .items())
                .isEmpty();
    }

    @Test
    @DisplayName("that are too long, blank or not storable are refused, and nothing is written")
    void areRefused() {
        List<String> bad = List.of("k".repeat(501), " ", "", "\u0000", "a\u0000b", "\ud800", "a\udc00", "\ud83dx");
        for (String key : bad) {
            assertThatIllegalArgumentException().isThrownBy(() -> append(storage(), Note.of("n0"), Note.of(key)));
            assertThatIllegalArgumentException().isThrownBy(() -> put(storage(), Card.of(key, 1), 0));
        }
        for (String value : List.of("v".repeat(501), "\u0000", "a\ud800")) {
            assertThatIllegalArgumentException().isThrownBy(() -> append(storage(), Note.of("n1", value)));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> append(storage(), Note.of("n1").about(value)));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> put(storage(), Card.of("k1", 1).tagged("a", value), 0));
        }
        assertThat(feed(storage(), Note.NOTES)).isEmpty();
        assertThat(all(storage())).isEmpty();
    }

    @Test
    @DisplayName("to look for that are not storable are refused, not looked for")
    void areRefusedInQuestions() {
        for (String bad : List.of("\u0000", "\ud800")) {
            List<Runnable> questions = List.of(
                    () -> get(storage(), bad),
                    () -> read(storage(), unit -> unit.log(Note.NOTES).present(List.of(bad))),
                    () -> by(storage(), Note.TOPIC, bad),
                    () -> erase(storage(), bad),
                    () -> card(storage(), bad),
                    () -> read(storage(), unit -> unit.table(Card.CARDS).versions(List.of(bad))),
                    () -> write(storage(), unit -> unit.table(Card.CARDS).remove(bad, 1)),
                    () -> read(storage(), unit -> unit.table(Card.CARDS).by(Card.TAG, bad, "z", Cursor.START, 1)),
                    () -> read(storage(), unit -> unit.table(Card.CARDS).by(Card.TAG, "a", bad, Cursor.START, 1)));
            assertThat(questions)
                    .allSatisfy(question -> assertThatIllegalArgumentException().isThrownBy(question::run));
        }
        assertThat(get(storage(), "x".repeat(5_000))).isEmpty();
        assertThat(erase(storage(), "x".repeat(5_000))).isZero();
    }

    @Test
    @DisplayName("of bodies keep the nanoseconds and the year of an instant")
    void keepInstants() {
        List<Instant> instants = List.of(
                Instant.EPOCH.plusNanos(1),
                Instant.EPOCH.minusNanos(1),
                Instant.parse("1999-12-31T23:59:59.999999999Z"),
                Instant.parse("2000-01-01T00:00:00Z"),
                Instant.parse("2024-12-31T23:59:59.999999999Z"),
                Instant.parse("0000-12-31T23:59:59.999999999Z"),
                Instant.parse("0001-01-01T00:00:00Z"),
                Instant.parse("9999-12-31T23:59:59.999999999Z"),
                Instant.parse("+10000-01-01T00:00:00Z"),
                Instant.parse("-0001-06-15T12:00:00.000000001Z"),
                Instant.MIN,
                Instant.MAX);
        for (Instant instant : instants) {
            Note note = Note.of(instant.toString()).at(instant);
            append(storage(), note);
            assertThat(get(storage(), note.id()).get(note.id())).isEqualTo(note);
        }
        assertThat(feed(storage(), Note.NOTES)).hasSize(instants.size());
    }
}
