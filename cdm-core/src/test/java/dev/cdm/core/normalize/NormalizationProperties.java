package dev.cdm.core.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.core.internal.CodePoints;
import dev.cdm.core.model.RawRecord;
import dev.cdm.core.model.SourceKind;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.model.SourceSystem;
import dev.cdm.core.schema.AttributeDefinition;
import dev.cdm.core.schema.StandardSchema;
import dev.cdm.core.value.AttributeValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NormalizationProperties {

    private static final SourceSystem CRM =
            SourceSystem.builder("crm", SourceKind.CRM).build();

    @Property(tries = 4000)
    void normalisingTheCanonicalTextOfAValueGivesTheSameValue(
            @ForAll("attributes") AttributeDefinition<?> attribute,
            @ForAll("contexts") ValueNormalizer.Context context,
            @ForAll("texts") String text) {
        Optional<? extends AttributeValue> value = value(attribute, text, context);
        value.ifPresent(first -> {
            assertThat(CodePoints.storable(first.canonicalText())).isTrue();
            assertThat(value(attribute, first.canonicalText(), context).map(AttributeValue::canonicalText))
                    .hasValue(first.canonicalText());
        });
    }

    @Property(tries = 1500)
    void aRecordOfAnyTextIsReadWithoutAnExceptionAndNothingOfItIsLost(
            @ForAll("names") String name, @ForAll("texts") String text, @ForAll("texts") String other) {
        RawRecord raw = RawRecord.builder(CRM.record("1"))
                .field(name, text)
                .field("family name", other)
                .field("zip", text)
                .field("passport", text)
                .build();
        SourceRecord record = new Normalizer(
                        NormalizationPlan.builder(StandardSchema.schema()).build())
                .normalize(raw, CRM, Instant.EPOCH);
        int told = record.values().size() + record.problems().size();
        assertThat(text.isBlank() || told > 0).isTrue();
        record.problems().forEach(problem -> {
            assertThat(CodePoints.storable(problem.rawText() + problem.field() + problem.message()))
                    .isTrue();
            boolean restricted =
                    problem.code().startsWith("restricted") || problem.field().equals("passport");
            assertThat(!restricted || problem.rawText().isEmpty()).isTrue();
        });
    }

    private static <V extends AttributeValue> Optional<V> value(
            AttributeDefinition<V> attribute, String text, ValueNormalizer.Context context) {
        String storable = dev.cdm.core.internal.CleanText.storable(text);
        return storable.isBlank()
                ? Optional.empty()
                : Texts.normalize(attribute, storable, context).value();
    }

    @Provide
    Arbitrary<AttributeDefinition<?>> attributes() {
        return Texts.attributes();
    }

    @Provide
    Arbitrary<ValueNormalizer.Context> contexts() {
        return Texts.contexts();
    }

    @Provide
    Arbitrary<String> texts() {
        return Texts.any();
    }

    @Provide
    Arbitrary<String> names() {
        List<String> aliases = StandardSchema.schema().definitions().stream()
                .flatMap(definition -> definition.aliases().keySet().stream())
                .toList();
        return net.jqwik.api.Arbitraries.oneOf(net.jqwik.api.Arbitraries.of(aliases), Texts.any());
    }
}
