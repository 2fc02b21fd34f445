package dev.cdm.matching.person;

/** The classic four-symbol code over folded Latin text, as a number; other scripts have none. */
final class Soundex {

    private static final String CODES = "01230120022455012623010202";

    private Soundex() {}

    /** {@return the code, never 0, or 0 if the text does not start with a letter from a to z} */
    static int code(String text) {
        if (text.isEmpty() || text.charAt(0) < 'a' || text.charAt(0) > 'z') {
            return 0;
        }
        int code = text.charAt(0);
        char last = CODES.charAt(code - 'a');
        int digits = 0;
        for (int i = 1; i < text.length() && digits < 3; i++) {
            char letter = text.charAt(i);
            char digit = letter >= 'a' && letter <= 'z' ? CODES.charAt(letter - 'a') : '0';
            if (digit != '0' && digit != last) {
                code = code << 4 | (digit - '0');
                digits++;
            }
            last = letter == 'h' || letter == 'w' ? last : digit;
        }
        return code << (4 * (3 - digits));
    }
}
