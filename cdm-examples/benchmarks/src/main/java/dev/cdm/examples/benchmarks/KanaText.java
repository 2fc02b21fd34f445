package dev.cdm.examples.benchmarks;

import java.text.Normalizer;

/** Writes kana in other ways. */
final class KanaText {

    private static final String FULL = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンァィゥェォャュョッー";
    private static final String HALF = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝｧｨｩｪｫｬｭｮｯｰ";
    private static final String KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポ";
    private static final String[] HEPBURN =
            ("a i u e o ka ki ku ke ko sa shi su se so ta chi tsu te to na ni nu ne no ha hi fu he ho ma mi mu me mo"
                            + " ya yu yo ra ri ru re ro wa o n ga gi gu ge go za ji zu ze zo da ji zu de do ba bi bu be bo"
                            + " pa pi pu pe po")
                    .split(" ");

    private KanaText() {}

    static String katakana(String hiragana) {
        return hiragana.codePoints()
                .map(point -> point >= 0x3041 && point <= 0x3096 ? point + 0x60 : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static String hiragana(String katakana) {
        return katakana.codePoints()
                .map(point -> point >= 0x30A1 && point <= 0x30F6 ? point - 0x60 : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static String halfWidth(String katakana) {
        StringBuilder half = new StringBuilder();
        Normalizer.normalize(katakana, Normalizer.Form.NFD).codePoints().forEach(point -> {
            int at = FULL.indexOf(point);
            half.appendCodePoint(point == 0x3099 ? 'ﾞ' : point == 0x309A ? 'ﾟ' : at < 0 ? point : HALF.charAt(at));
        });
        return half.toString();
    }

    static String romaji(String katakana, boolean hepburn) {
        StringBuilder latin = new StringBuilder();
        for (int i = 0; i < katakana.length(); i++) {
            char sign = katakana.charAt(i);
            int at = KANA.indexOf(sign);
            if (at >= 0) {
                latin.append(HEPBURN[at]);
            } else if ("ャュョ".indexOf(sign) >= 0 && latin.length() > 0) {
                contract(latin, "auo".charAt("ャュョ".indexOf(sign)));
            }
        }
        String text = latin.toString();
        return hepburn
                ? text.replace("ou", "o").replace("oo", "o").replace("uu", "u")
                : text.replace("sh", "sy")
                        .replace("syi", "si")
                        .replace("chi", "ti")
                        .replace("ch", "ty")
                        .replace("tsu", "tu")
                        .replace("ji", "zi")
                        .replace("j", "zy")
                        .replace("fu", "hu");
    }

    private static void contract(StringBuilder latin, char vowel) {
        latin.setLength(latin.length() - 1);
        String end = latin.toString();
        boolean soft = end.endsWith("sh") || end.endsWith("ch") || end.endsWith("j");
        latin.append(soft ? "" : "y").append(vowel);
    }
}
