package dev.cdm.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class KindTest {

    private static final LogKind<String> WORDS = LogKind.named("word", String.class)
            .version(3)
            .index(
                    "letter",
                    word -> word.codePoints().mapToObj(Character::toString).toList())
            .subjects(word -> List.of("crm/" + word, "crm/1"))
            .keyedBy(word -> word);

    @Test
    void indexValuesAreDistinctAndInCodePointOrder() {
        assertThat(values("letter").apply("b😀ｱab")).containsExactly("a", "b", "ｱ", "😀");
        assertThat(values(Kind.SUBJECT).apply("x")).containsExactly("crm/1", "crm/x");
        assertThat(WORDS.subjects().apply("x")).containsExactly("crm/1", "crm/x");
        assertThat(WORDS.indexes().keySet()).containsExactly(Kind.SUBJECT, "letter");
    }

    private static Function<String, Collection<String>> values(String index) {
        Function<String, Collection<String>> values = WORDS.indexes().get(index);
        return values == null ? word -> List.of() : values;
    }

    @Test
    void keysThatNoStoreCanHoldAreRefusedWithoutBeingPrinted() {
        for (String bad : List.of("", " ", "secret\u0000", "secret\ud800", "secret".repeat(100))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> WORDS.key(bad))
                    .withMessageContaining("`key`")
                    .withMessageNotContaining("secret");
        }
        assertThat(WORDS.key("😀")).isEqualTo("😀");
    }

    @Test
    void indexValuesThatNoStoreCanHoldAreRefused() {
        LogKind<String> whole =
                LogKind.named("whole", String.class).index("text", List::of).keyedBy(text -> "key");
        for (String bad : List.of("\u0000", "\udc00", "x".repeat(501))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> whole.indexes()
                            .forEach((index, values) -> values.apply(bad)
                                    .forEach(value -> assertThat(value).isNotEqualTo(bad))))
                    .withMessageContaining("index value");
        }
    }

    @Test
    void namesAreCheckedAndTheSubjectIndexIsReserved() {
        assertThatIllegalArgumentException().isThrownBy(() -> LogKind.named("No", String.class));
        assertThatIllegalArgumentException().isThrownBy(() -> TableKind.named("1st", String.class));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogKind.named("log", String.class).index(Kind.SUBJECT, List::of));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TableKind.named("table", String.class).version(0));
    }

    @Test
    void kindsSayWhatTheyAre() {
        TableKind<String> table = TableKind.named("table", String.class)
                .rebuildable()
                .subjects(List::of)
                .keyedBy(text -> text);
        assertThat(table.rebuildable()).isTrue();
        assertThat(table.version()).isEqualTo(1);
        assertThat(table.type()).isEqualTo(String.class);
        assertThat(WORDS.rebuildable()).isFalse();
        assertThat(WORDS.version()).isEqualTo(3);
        assertThat(WORDS).hasToString("LogKind[word v3]");
        assertThat(table).hasToString("TableKind[table v1]");
    }

    @Test
    void exceptionsCarryNamesAndNoValues() {
        RuntimeException cause = new IllegalStateException("why");
        VersionConflictException conflict = new VersionConflictException("word", "k", cause);
        assertThat(conflict.kind()).isEqualTo("word");
        assertThat(conflict.key()).isEqualTo("k");
        assertThat(conflict).hasCause(cause).hasMessage("version conflict in kind `word` at key `k`");
        assertThat(new Versioned<>("secret", 2)).hasToString("Versioned[v2]");
        assertThat(new Page<>(List.of("secret"), Cursor.START, true)).hasToString("Page[1 items, last=true]");
        assertThat(new SchemaMismatchException("m", cause)).isInstanceOf(StorageException.class);
        assertThat(new StorageUnavailableException("m")).hasNoCause();
        assertThat(new StorageUnavailableException("m", cause)).hasCause(cause);
        assertThat(new UnreadableBodyException("m", cause)).hasCause(cause);
    }

    @Test
    void tombstonesDependOnKeyScopeAndId() {
        TombstoneKey key = TombstoneKey.of(new byte[16]);
        assertThat(key.tombstone("a", "b")).hasSize(43).isEqualTo(key.tombstone("a", "b"));
        assertThat(key.tombstone("a", "b"))
                .isNotEqualTo(key.tombstone("ab", ""))
                .isNotEqualTo(key.tombstone("b", "a"));
        assertThat(TombstoneKey.of(new byte[17]).tombstone("a", "b")).hasSize(43);
        assertThat(key).hasToString("TombstoneKey[secret]");
        assertThatIllegalArgumentException().isThrownBy(() -> TombstoneKey.of(new byte[15]));
    }
}
