package dev.cdm.matching.writing;

import com.google.common.collect.ImmutableMap;

/**
 * Japanese script: kana of one kind, kanji variants as one, and readings in Latin letters that are the same for every
 * way of romanising and for every way of writing a long vowel.
 */
public final class Japanese {

    /** The mark that repeats the kanji before it. */
    static final int REPEAT = '々';

    /** Each group starts with the plain form; the others are variants of it, or slips of the pen seen for it. */
    private static final String VARIANTS = "斎斉齋齊 高髙 崎﨑碕嵜 辺邊邉 沢澤 藤籐 吉𠮷 島嶋嶌 真眞 栄榮 桜櫻 広廣 国國 恵惠 竜龍 浜濱濵 滝瀧"
            + " 関關 徳德 黒黑 増增 条條 実實 万萬 与與 亜亞 円圓 壮壯 学學 尭堯 巌巖 弥彌 浅淺 瀬瀨 槙槇 遥遙 塩鹽 鉄鐵 静靜 頼賴"
            + " 冨富 穂穗 桧檜 児兒 剣劍 薮藪 蔵藏 園薗 館舘 渕淵 曽曾 寛寬 峰峯 糸絲 総總 緑綠 聡聰 蛍螢 豊豐 芦蘆 郷鄕 郎郞 坂阪"
            + " 来來 礼禮 芸藝 経經 晴晴 清淸 青靑 祐祐 福福 祥祥 神神 隆隆 都都 梅梅 海海 毎每 戸戶 戻戾 宝寶 伝傳 仏佛 検檢 県縣 区區"
            + " 荘莊 裕裕 権權 歓歡 駅驛 沖冲 涼凉 凛凜 翠翆 昂昻 晃晄 秋秌 松枩 草艸 彦彥 博愽 節節 諸諸 謙謙 靖靖 益益 精精 逸逸 朗朗 温溫";

    private static final ImmutableMap<Integer, Integer> PLAIN = plain();

    private static final String KANA =
            "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヰヱヲン" + "ガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポヴァィゥェォャュョヮ";
    private static final String[] LATIN = ("a i u e o ka ki ku ke ko sa si su se so ta ti tu te to na ni nu ne no"
                    + " ha hi hu he ho ma mi mu me mo ya yu yo ra ri ru re ro wa i e o n"
                    + " ga gi gu ge go za zi zu ze zo da zi zu de do ba bi bu be bo pa pi pu pe po vu a i u e o ya yu yo wa")
            .split(" ");

    /** How Hepburn and others are brought to the spelling above; applied in this order. */
    private static final String[][] ROMANISING = {
        {"tch", "ch"},
        {"shi", "si"},
        {"sh", "sy"},
        {"chi", "ti"},
        {"ch", "ty"},
        {"tsu", "tu"},
        {"fu", "hu"},
        {"dzu", "zu"},
        {"du", "zu"},
        {"dji", "zi"},
        {"di", "zi"},
        {"ji", "zi"},
        {"jy", "zy"},
        {"j", "zy"},
        {"wo", "o"},
        {"mb", "nb"},
        {"mp", "np"},
        {"mm", "nm"},
        {"ou", "o"},
        {"oh", "o"},
        {"l", "r"},
    };

    private Japanese() {}

    /**
     * {@return whether a character is hiragana or katakana}
     *
     * @param codePoint the character
     */
    public static boolean isKana(int codePoint) {
        return (codePoint >= 0x3041 && codePoint <= 0x3096) || (codePoint >= 0x30A1 && codePoint <= 0x30FC);
    }

    /**
     * {@return whether a character is an ideograph}
     *
     * @param codePoint the character
     */
    public static boolean isKanji(int codePoint) {
        return Character.isIdeographic(codePoint);
    }

    static int katakana(int codePoint) {
        return codePoint <= 0x3096 ? codePoint + 0x60 : codePoint;
    }

    static int plainKanji(int codePoint) {
        return PLAIN.getOrDefault(codePoint, codePoint);
    }

    /**
     * {@return the reading of a text without kanji in Latin letters, in the common spelling; empty if nothing is left}
     *
     * @param folded the text as {@link TextFold} gives it
     */
    public static String reading(String folded) {
        StringBuilder latin = new StringBuilder(folded.length() * 2);
        folded.codePoints().forEach(codePoint -> sound(latin, codePoint));
        String text = latin.toString();
        for (String[] rule : ROMANISING) {
            text = text.contains(rule[0]) ? text.replace(rule[0], rule[1]) : text;
        }
        return once(text);
    }

    private static void sound(StringBuilder latin, int codePoint) {
        int kana = KANA.indexOf(codePoint);
        if (kana < 0) {
            if (codePoint >= 'a' && codePoint <= 'z') {
                latin.append((char) codePoint);
            }
            return;
        }
        int length = latin.length();
        boolean small = KANA.indexOf('ァ') <= kana && length > 0;
        if (small && isVowel(latin.charAt(length - 1))) {
            latin.setLength(length - 1);
        }
        latin.append(LATIN[kana]);
    }

    /** Long vowels and doubled consonants count once. */
    private static String once(String text) {
        StringBuilder single = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (i == 0 || text.charAt(i) != text.charAt(i - 1)) {
                single.append(text.charAt(i));
            }
        }
        return single.toString();
    }

    private static boolean isVowel(char letter) {
        return "aiueo".indexOf(letter) >= 0;
    }

    private static ImmutableMap<Integer, Integer> plain() {
        ImmutableMap.Builder<Integer, Integer> plain = ImmutableMap.builder();
        for (String group : VARIANTS.split(" ", -1)) {
            int first = group.codePointAt(0);
            group.codePoints()
                    .skip(1)
                    .filter(variant -> variant != first)
                    .forEach(variant -> plain.put(variant, first));
        }
        return plain.buildKeepingLast();
    }
}
