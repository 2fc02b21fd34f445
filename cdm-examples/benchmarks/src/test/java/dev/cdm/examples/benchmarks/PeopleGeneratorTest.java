package dev.cdm.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleGeneratorTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja", "mixed"})
    void aSetHasTheSizeAndTheDifficultyAskedFor(String language) throws IOException {
        String rates = PeopleGenerator.generate(4000, .25, language, .25, 1, folder);
        List<String> people = Files.readAllLines(folder.resolve("people.csv"));
        assertThat(people).hasSize(4001);
        assertThat(people)
                .allMatch(line -> line.chars().filter(sign -> sign == ',').count() == 12);
        assertThat(Files.readAllLines(folder.resolve("truth.csv"))).hasSize(4001);
        assertThat(rate(rates, "without exact")).isGreaterThan(10);
        assertThat(rate(rates, "missing")).isBetween(12.0, 18.0);
        assertThat(rate(rates, "in households")).isBetween(20.0, 30.0);
        assertThat(rate(rates, "twins")).isBetween(.5, 3.0);
        assertThat(rate(rates, "movers")).isBetween(8.0, 12.0);
    }

    @Test
    void theSameArgumentsGiveTheSameFiles() throws IOException {
        Path other = folder.resolve("other");
        PeopleGenerator.generate(300, .4, "mixed", .3, 9, folder);
        PeopleGenerator.generate(300, .4, "mixed", .3, 9, other);
        assertThat(other.resolve("people.csv")).hasSameTextualContentAs(folder.resolve("people.csv"));
        assertThat(other.resolve("truth.csv")).hasSameTextualContentAs(folder.resolve("truth.csv"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void thereAreManyNames(boolean japanese) {
        assertThat(NameStock.surnames(japanese).size()).isGreaterThanOrEqualTo(3000);
        assertThat(NameStock.given(japanese, true).size()
                        + NameStock.given(japanese, false).size())
                .isGreaterThanOrEqualTo(1500);
    }

    @Test
    void kanaAreWrittenInOtherWays() {
        assertThat(KanaText.katakana("じゅんこ")).isEqualTo("ジュンコ");
        assertThat(KanaText.hiragana("ジュンコ")).isEqualTo("じゅんこ");
        assertThat(KanaText.halfWidth("ダイジ")).isEqualTo("ﾀﾞｲｼﾞ");
        assertThat(KanaText.romaji("シュウロウ", true)).isEqualTo("shuro");
        assertThat(KanaText.romaji("シュウロウ", false)).isEqualTo("syuurou");
        assertThat(KanaText.romaji("リョウタ", false)).isEqualTo("ryouta");
    }

    private static double rate(String rates, String what) {
        Matcher matcher = Pattern.compile("([0-9.]+) % " + what).matcher(rates);
        assertThat(matcher.find()).isTrue();
        return Double.parseDouble(matcher.group(1));
    }
}
