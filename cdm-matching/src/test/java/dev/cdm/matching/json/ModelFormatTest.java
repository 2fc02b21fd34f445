package dev.cdm.matching.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cdm.matching.blocking.BlockingRule;
import dev.cdm.matching.comparison.Comparison;
import dev.cdm.matching.comparison.ComparisonLevel;
import dev.cdm.matching.comparison.Comparisons;
import dev.cdm.matching.comparison.Condition;
import dev.cdm.matching.comparison.Field;
import dev.cdm.matching.comparison.Transform;
import dev.cdm.matching.scoring.FellegiSunterModel;
import dev.cdm.matching.scoring.LevelParameters;
import dev.cdm.matching.scoring.TrainedComparison;
import dev.cdm.matching.similarity.PhoneticCode;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFormatTest {

    private static final Field A = Field.of("a");

    private static Comparison everyKind() {
        return Comparison.of(
                A,
                ComparisonLevel.of("list", new Condition.Shared(A, ",", 2)),
                ComparisonLevel.of("number", new Condition.Difference(A, 0.5, true)),
                ComparisonLevel.of("place", new Condition.Distance(A, Field.of("b"), 3)),
                ComparisonLevel.of("not", new Condition.Not(Condition.any(Condition.equal(A)))),
                ComparisonLevel.of("part", Condition.equal(A.then(new Transform.Part(-3, 2)))),
                ComparisonLevel.of("sound", Condition.equal(A.then(new Transform.Sound(PhoneticCode.NYSIIS)))));
    }

    private static FellegiSunterModel model() {
        List<Comparison> comparisons = List.of(
                Comparisons.namePair("given", "family"),
                Comparisons.birthDate("born", "uuuuMMdd"),
                Comparisons.email("email"),
                Comparisons.japaneseName("name", "kana"),
                everyKind());
        FellegiSunterModel untrained = FellegiSunterModel.untrained(
                comparisons,
                List.of(
                        BlockingRule.on("email"),
                        BlockingRule.on(A).and(Condition.equal(Field.of("b"))),
                        BlockingRule.on(A).sharing(new BlockingRule.Tokens(Field.of("b"), " ")),
                        BlockingRule.on(A).sharing(new BlockingRule.MinHash(Field.of("b"), 2, 20, 3)),
                        BlockingRule.on(A).sharing(new BlockingRule.QGrams(Field.of("b"), 2, .7, List.of("er", "an"))),
                        BlockingRule.on(A).sharing(new BlockingRule.Sorted(Field.of("b"), 5))));
        TrainedComparison fixed = new TrainedComparison(
                Comparisons.restricted("id"),
                List.of(
                        LevelParameters.unknown(),
                        LevelParameters.of(0.9, 1e-7),
                        new LevelParameters(OptionalDouble.of(0.1), OptionalDouble.empty(), true, true)));
        return new FellegiSunterModel(
                0.001,
                com.google.common.collect.ImmutableList.<TrainedComparison>builder()
                        .addAll(untrained.comparisons())
                        .add(fixed)
                        .build(),
                untrained.rules());
    }

    @Test
    void whatIsReadEqualsWhatWasWritten() {
        String json = ModelFormat.write(model());
        assertThat(ModelFormat.read(json)).isEqualTo(model());
        assertThat(ModelFormat.write(ModelFormat.read(json))).isEqualTo(json);
    }

    @Test
    void codeOfTheCallerCannotBeWritten() {
        Comparison custom = Comparisons.givenName("a", Map.of("william", List.of("bill")));
        FellegiSunterModel model = FellegiSunterModel.untrained(List.of(custom), List.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelFormat.write(model))
                .withMessageContaining("nickname");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | must be JSON",
                "[] | must be an object",
                "{} | `comparisons`",
                "{'format':'cdm-model','version':2} | `version` must be 1",
                "{'format':'cdm-model','version':1,'comparisons':[]} | `prior`",
                "{'format':'cdm-model','version':1,'prior':7,'comparisons':[]} | `prior`",
                "{'format':'cdm-model','version':1,'prior':0.1,'comparisons':[{'levels':[{'condition':{'is':'odd'}}]}]} | `odd`",
            })
    void anImpossibleModelIsRefusedWithAReason(String json, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelFormat.read(json.replace('\'', '"')))
                .withMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "jaro_similarity(\"a_l\", \"a_r\") >= 0.9; true",
                "a_l = b_r and a_r = b_l; true",
                "NOT (\"a_l\" = \"a_r\"); true",
                "substr(\"a_l\", 1, 3) = substr(\"a_r\", 1, 3); true",
                "lower(\"a_l\") = lower(\"a_r\"); true",
                "abs(\"a_l\" - \"a_r\") <= 5; true",
                "array_length(list_intersect(\"a_l\", \"a_r\")) >= 1; true",
                "\"a_l\" IS NULL; false",
                "soundex(\"a_l\") = soundex(\"a_r\"); false",
                "\"a_l\" = \"a_l\"; false",
                "\"a_l\" <= 5; false",
                "\"a_l\" = \"a_r\" extra; false",
                "levenshtein(\"a_l\", \"b_r\") <= 1; false",
                "\"a_l\" ? \"a_r\"; false",
                "jaro_similarity(\"a_l\", \"a_r\") <= 0.9; false",
            })
    void sqlIsUnderstoodOrTheComparisonAndLevelAreNamed(String sql, boolean understood) {
        String json = "{\"comparisons\":[{\"output_column_name\":\"cmp\",\"comparison_levels\":["
                + "{\"label_for_charts\":\"lvl\",\"sql_condition\":\"" + sql.replace("\"", "\\\"") + "\"},"
                + "{\"sql_condition\":\"ELSE\"}]}],\"blocking_rules_to_generate_predictions\":[\"l.a = r.a\"]}";
        if (understood) {
            assertThat(SplinkFormat.read(json).model().comparisons()).hasSize(1);
            assertThat(ModelFormat.read(ModelFormat.write(ModelFormat.read(json))))
                    .isEqualTo(ModelFormat.read(json));
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SplinkFormat.read(json))
                    .withMessageContaining("`cmp`")
                    .withMessageContaining("`lvl`");
        }
    }
}
