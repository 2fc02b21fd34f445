package dev.cdm.matching.comparison;

import com.google.common.collect.ImmutableMap;

/** Kana in Latin letters and kanji in their usual form. */
final class Kana {

    private static final String SYLLABLES = "ア a イ i ウ u エ e オ o カ ka キ ki ク ku ケ ke コ ko ガ ga ギ gi グ gu ゲ ge ゴ go"
            + " サ sa シ shi ス su セ se ソ so ザ za ジ ji ズ zu ゼ ze ゾ zo タ ta チ chi ツ tsu テ te ト to ダ da ヂ ji ヅ zu デ de"
            + " ド do ナ na ニ ni ヌ nu ネ ne ノ no ハ ha ヒ hi フ fu ヘ he ホ ho バ ba ビ bi ブ bu ベ be ボ bo パ pa ピ pi プ pu"
            + " ペ pe ポ po マ ma ミ mi ム mu メ me モ mo ヤ ya ユ yu ヨ yo ラ ra リ ri ル ru レ re ロ ro ワ wa ヲ o ン n ヴ vu"
            + " ァ a ィ i ゥ u ェ e ォ o";
    private static final String VARIANTS = "斎齋斉齊 沢澤 辺邊邉 高髙 崎﨑嵜 島嶋嶌 浜濱 広廣 国國 桜櫻 竜龍 栄榮 真眞 恵惠 万萬 与與"
            + " 曽曾 関關 亀龜 滝瀧 条條 富冨 峰峯 豊豐 実實 円圓 学學 芦蘆 槙槇 桧檜 薮藪 会會 館舘 徳德 徹澈 済濟 静靜 鉄鐵 寿壽 来來"
            + " 県縣 隆隆 吉𠮷 緑綠 黒黑 横橫 巌巖 穂穗 宝寶 礼禮 弥彌 瀬瀨 藤籐 祐祐 神神 福福";
    private static final ImmutableMap<Integer, String> LATIN = latin();
    private static final ImmutableMap<Integer, Integer> USUAL = usual();

    private Kana() {}

    private static ImmutableMap<Integer, String> latin() {
        String[] parts = SYLLABLES.split(" ", -1);
        ImmutableMap.Builder<Integer, String> map = ImmutableMap.builder();
        for (int i = 0; i < parts.length; i += 2) {
            map.put(parts[i].codePointAt(0), parts[i + 1]);
        }
        return map.buildOrThrow();
    }

    private static ImmutableMap<Integer, Integer> usual() {
        ImmutableMap.Builder<Integer, Integer> map = ImmutableMap.builder();
        for (String group : VARIANTS.split(" ", -1)) {
            int[] points = group.codePoints().distinct().toArray();
            for (int i = 1; i < points.length; i++) {
                map.put(points[i], points[0]);
            }
        }
        return map.buildKeepingLast();
    }

    /** {@return a text with every kanji in its usual form} */
    static String usualKanji(String text) {
        StringBuilder made = new StringBuilder();
        text.codePoints().map(point -> USUAL.getOrDefault(point, point)).forEach(made::appendCodePoint);
        return made.toString();
    }

    /** {@return katakana in Hepburn's letters without long vowels; other letters stay, in small form} */
    static String romaji(String katakana) {
        StringBuilder made = new StringBuilder();
        boolean doubled = false;
        for (int point : katakana.codePoints().toArray()) {
            if (point == 'ッ') {
                doubled = true;
            } else if (point == 'ャ' || point == 'ュ' || point == 'ョ') {
                contract(made, point == 'ャ' ? "a" : point == 'ュ' ? "u" : "o");
            } else if (point != 'ー') {
                String letters = LATIN.getOrDefault(point, Character.toString(Character.toLowerCase(point)));
                made.append(doubled ? letters.substring(0, 1) : "").append(letters);
                doubled = false;
            }
        }
        return made.toString()
                .replaceAll("ou|oo|oh(?![aiueo])", "o")
                .replace("uu", "u")
                .replaceAll("m(?=[bp])", "n");
    }

    /** {@code ki} and a small ya become {@code kya}, {@code shi} and a small ya {@code sha}. */
    private static void contract(StringBuilder made, String vowel) {
        int end = made.length();
        if (end > 0 && made.charAt(end - 1) == 'i') {
            made.setLength(end - 1);
            String before = made.toString();
            boolean soft = before.endsWith("sh") || before.endsWith("ch") || before.endsWith("j");
            made.append(soft ? "" : "y");
        }
        made.append(vowel);
    }
}
