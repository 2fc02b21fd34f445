package dev.cdm.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cdm.examples.quickstart.Arguments.Store;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void withoutWordsADatabaseIsKeptUnderTarget() {
        Arguments arguments = Arguments.parse();
        assertThat(arguments.store()).isEqualTo(Store.H2);
        assertThat(arguments.target()).isEqualTo("target/quickstart/customers");
        assertThat(arguments.data()).isEmpty();
        assertThat(arguments.help()).isFalse();
    }

    @Test
    void theStoreAndTheDataCanBeChosen() {
        assertThat(Arguments.parse("--memory").store()).isEqualTo(Store.MEMORY);
        assertThat(Arguments.parse("--database", "x").target()).isEqualTo("x");
        Arguments postgres = Arguments.parse("--data", "in", "--postgres", "jdbc:postgresql://db/x?password=secret");
        assertThat(postgres.store()).isEqualTo(Store.POSTGRES);
        assertThat(postgres.data()).contains(Path.of("in"));
        assertThat(postgres.toString()).doesNotContain("secret");
        assertThat(Arguments.parse("--help").help()).isTrue();
    }

    @Test
    void whatCannotBeUnderstoodIsNamed() {
        refused("unknown option `--fast`", "--fast");
        refused("--data needs a value", "--data");
        refused("--database needs a value", "--database", "--memory");
        refused("only one of --database, --postgres and --memory can be given", "--memory", "--database", "x");
        refused("the URL of --postgres must begin with jdbc:postgresql:", "--postgres", "localhost");
        refused("the path of --database must not contain a semicolon", "--database", "x;INIT=y");
    }

    private static void refused(String message, String... words) {
        assertThatThrownBy(() -> Arguments.parse(words))
                .isInstanceOf(UsageException.class)
                .hasMessage(message);
    }
}
