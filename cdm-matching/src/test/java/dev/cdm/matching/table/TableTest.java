package dev.cdm.matching.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void textsAreStrippedNumberedOnceAndBlankOnesMissing() {
        Table table = new TableBuilder(List.of("name", "city"))
                .add("1", Arrays.asList(" Ada ", null))
                .add("2", List.of("Ada", "\u3000"))
                .add("3", List.of("Eva", "Rome"))
                .build();
        Column name = table.column("name").orElseThrow();
        assertThat(name.distinct()).isEqualTo(2);
        assertThat(name.code(0)).isEqualTo(name.code(1));
        assertThat(name.value(2)).contains("Eva");
        assertThat(table.columns().get(1).value(1)).isEmpty();
        assertThat(table.column("street")).isEmpty();
        assertThat(table.id(2)).isEqualTo("3");
        assertThat(table).hasToString("3 rows [name: 3 rows, 2 distinct, city: 3 rows, 1 distinct]");
    }

    @Test
    void aTableGrows() {
        TableBuilder builder = new TableBuilder(List.of("n"));
        for (int i = 0; i < 5000; i++) {
            builder.add("r" + i, List.of("v" + i % 3000));
        }
        Table table = builder.build();
        assertThat(table.rows()).isEqualTo(5000);
        assertThat(table.columns().get(0).distinct()).isEqualTo(3000);
        assertThat(table.columns().get(0).value(4321)).contains("v1321");
    }

    @Test
    void columnsAreJoined() {
        Table table = new TableBuilder(List.of("a", "b"))
                .add("1", Arrays.asList("x", "y"))
                .add("2", Arrays.asList(null, "x"))
                .build();
        Column both = Column.concat(table.columns().get(0), table.columns().get(1));
        assertThat(both.rows()).isEqualTo(4);
        assertThat(both.distinct()).isEqualTo(2);
        assertThat(both.code(3)).isEqualTo(both.code(0));
        assertThat(both.value(1)).isEmpty();
        assertThat(Column.concat(Column.empty("e", 2), both).value(2)).contains("x");
    }

    @Test
    void wrongRowsAreRefused() {
        TableBuilder builder = new TableBuilder(List.of("a"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.add("1", List.of("x", "y")))
                .withMessage("`values` must be as many as columns, was 2");
        assertThatIllegalArgumentException().isThrownBy(() -> builder.add(" ", List.of("x")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TableBuilder(List.of("a", "a")))
                .withMessage("`columns` must have different names");
    }

    @Test
    void dictionariesFindWhatTheyHold() {
        Dictionary dictionary = new Dictionary();
        for (int i = 0; i < 1000; i++) {
            assertThat(dictionary.add("t" + i)).isEqualTo(i);
        }
        assertThat(dictionary.find("t777")).isEqualTo(777);
        assertThat(dictionary.find("t1000")).isEqualTo(-1);
        assertThat(dictionary.text(5)).isEqualTo("t5");
        assertThat(dictionary.size()).isEqualTo(1000);
    }

    @Test
    void restrictedColumnsHoldTokensAndMeetOnlyTheirLike() {
        Table table = new TableBuilder(List.of("a", "b"))
                .restricted("a", text -> text.equals("none") ? "" : "token of " + text.length())
                .add("1", List.of(" xyz ", "x"))
                .add("2", List.of("none", ""))
                .build();
        Column secret = table.columns().get(0);
        assertThat(secret.value(0)).contains("token of 3");
        assertThat(secret.value(1)).isEmpty();
        assertThat(secret.renamed("c").isRestricted()).isTrue();
        assertThat(Column.concat(secret, secret).isRestricted()).isTrue();
        assertThat(Column.concat(Column.empty("e", 2), secret).isRestricted()).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Column.concat(secret, table.columns().get(1)))
                .withMessageContaining("restricted");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TableBuilder(List.of("a")).restricted("b", text -> text));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new TableBuilder(List.of("a")).add("1", List.of("x")).restricted("a", text -> text));
    }
}
