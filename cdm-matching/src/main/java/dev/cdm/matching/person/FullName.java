package dev.cdm.matching.person;

/** Splits a full name into given and family name. */
final class FullName {

    private FullName() {}

    /** {@return the given and the family name; the family name comes first before a comma and in Japanese} */
    static String[] split(String text) {
        int comma = text.indexOf(',');
        if (comma > 0) {
            return new String[] {text.substring(comma + 1), text.substring(0, comma)};
        }
        String plain = text.strip().replace('\u3000', ' ');
        boolean familyFirst = NameValues.isJapanese(plain);
        int blank = familyFirst ? plain.indexOf(' ') : plain.lastIndexOf(' ');
        if (blank < 0) {
            return familyFirst ? joined(plain) : new String[] {"", plain};
        }
        String before = plain.substring(0, blank);
        String after = plain.substring(blank + 1);
        return familyFirst ? new String[] {after, before} : new String[] {before, after};
    }

    /** Most Japanese family names have two characters. */
    private static String[] joined(String plain) {
        int length = plain.codePointCount(0, plain.length());
        int cut = plain.offsetByCodePoints(0, length <= 2 ? 1 : length >= 6 ? 3 : 2);
        return new String[] {plain.substring(cut), plain.substring(0, cut)};
    }
}
