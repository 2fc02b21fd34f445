package dev.cdm.core.normalize;

import dev.cdm.core.schema.AttributeDefinition;
import dev.cdm.core.schema.ProfileSchema;
import dev.cdm.core.schema.StandardSchema;
import dev.cdm.core.value.AttributeValue;
import dev.cdm.core.value.SealedText;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Generated texts: wild ones, and ones that look like what the normalisers read. */
final class Texts {

    private static final ProfileSchema SCHEMA = StandardSchema.schema();

    private Texts() {}

    static Arbitrary<String> any() {
        Arbitrary<String> wild = Arbitraries.strings().all().ofMaxLength(60);
        Arbitrary<String> units = Arbitraries.integers()
                .between(0, 0xFFFF)
                .list()
                .ofMaxSize(30)
                .map(list -> list.stream()
                        .collect(
                                StringBuilder::new,
                                (text, unit) -> text.append((char) (int) unit),
                                StringBuilder::append)
                        .toString());
        Arbitrary<String> signs =
                Arbitraries.of(PIECES).list().ofMinSize(1).ofMaxSize(12).map(list -> String.join("", list));
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(2, wild), net.jqwik.api.Tuple.of(1, units), net.jqwik.api.Tuple.of(7, signs));
    }

    static Arbitrary<AttributeDefinition<?>> attributes() {
        return Arbitraries.of(readable().toList());
    }

    static Stream<AttributeDefinition<?>> readable() {
        return SCHEMA.definitions().stream()
                .filter(definition -> definition.key().type() != SealedText.class);
    }

    static Arbitrary<ValueNormalizer.Context> contexts() {
        return Arbitraries.of("", "JP", "US", "DE", "GB").map(Texts::context);
    }

    static ValueNormalizer.Context context(String region) {
        NormalizationPlan.Builder plan = NormalizationPlan.builder(SCHEMA);
        NormalizationPlan built =
                region.isEmpty() ? plan.build() : plan.region(region).build();
        return new ValueNormalizer.Context(built, region, null);
    }

    static <V extends AttributeValue> Normalized<V> normalize(
            AttributeDefinition<V> definition, String text, ValueNormalizer.Context context) {
        return context.plan().normalizer(definition.key()).normalize(text, context);
    }

    private static final List<String> PIECES = List.of(
            "a",
            "B",
            "z",
            "é",
            "ß",
            "İ",
            "ı",
            "Σ",
            "ǆ",
            "一",
            "山",
            "田",
            "太郎",
            "さ",
            "ガ",
            "ｶﾞ",
            "ー",
            "-",
            "－",
            "‐",
            "–",
            "々",
            "ヶ",
            "ケ",
            "0",
            "1",
            "2",
            "12",
            "31",
            "1990",
            "２",
            "三",
            "十",
            "元",
            "年",
            "月",
            "日",
            "令和",
            "平成",
            "S",
            "R",
            "丁目",
            "番",
            "番地",
            "号",
            "の",
            "市",
            "区",
            "町",
            "村",
            "郡",
            "県",
            "東京都",
            "港区",
            "北海道",
            "〒",
            "105-0011",
            " ",
            "  ",
            "　",
            "\n",
            "\t",
            "\u200B",
            "\u200D",
            "\uFE0F",
            "\u0301",
            "\u3099",
            "@",
            "＠",
            ".",
            "。",
            ",",
            "、",
            ";",
            "\\",
            ":",
            "/",
            "//",
            "http://",
            "https://",
            "example.com",
            "x.example",
            "+",
            "+81",
            "+1",
            "(",
            ")",
            "0",
            "00",
            "090",
            "212",
            "555",
            "0123",
            "ext",
            "x",
            ";ext=",
            "#",
            "'",
            "’",
            "\"",
            "<",
            ">",
            "Mr",
            "Dr.",
            "Jr",
            "III",
            "van",
            "de",
            "la",
            "Mc",
            "MAC",
            "O'",
            "ACME",
            "Ltd",
            "$",
            "¥",
            "€",
            "円",
            "万",
            "億",
            "USD",
            "JPY",
            "1,200",
            "1.234",
            "..",
            "~",
            "to",
            "-",
            "%",
            "%20",
            "yes",
            "no",
            "はい",
            "ja",
            "en",
            "_",
            "US",
            "JP",
            "GB",
            "Japan",
            "日本",
            "UTC",
            "JST",
            "T",
            "Z",
            "+09:00",
            "12:30",
            "Jan",
            "January",
            "5th",
            "Mon",
            "IL",
            "62704",
            "SW1A 1AA",
            "Springfield",
            "x.com",
            "line",
            "[",
            "]",
            "?",
            "様",
            "さん",
            "・",
            "=",
            "&",
            "*",
            "~",
            "|",
            "김",
            "Иван",
            "\uD83D\uDE00",
            "\uD842\uDFB7",
            "\u00AD",
            "\uFEFF",
            "Ⅲ",
            "㈱",
            "①",
            "１",
            "ﾊﾟ",
            "２丁目",
            "‼",
            "½",
            "…",
            "﷽");
}
