package dev.cdm.core.normalize;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import dev.cdm.core.internal.CleanText;
import dev.cdm.core.value.PhoneNumber;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Telephone numbers. With Google's libphonenumber at run time its rules count, for every country; without it a table of
 * calling codes and lengths does for explicit international numbers and for national numbers of the common regions.
 */
final class Phones implements ValueNormalizer<PhoneNumber> {

    static final String MALFORMED = "phone.malformed";

    private static final Pattern EXTENSION =
            Pattern.compile("(?i)(?<![a-z])(?:;ext=|,? ?ext(?:ension)?[.:]? ?|x ?|# ?|内線 ?:? ?)([0-9]{1,11})\\)?$");
    private static final Pattern TRUNK = Pattern.compile("\\(0\\)");
    private static final Pattern SCHEME = Pattern.compile("(?i)^(?:tel|phone|callto|fax|ph|電話|携帯)[:.] ?");
    private static final Pattern DIALLED = Pattern.compile("\\+?[0-9 ()/.~\\-‐‑‒–—―−ー]+");
    private static final Pattern VANITY = Pattern.compile("(\\+?1[ .-]?)?\\(?8[0-9]{2}\\)?[ .-]?[0-9A-Za-z .-]{7,20}");
    private static final String KEYPAD = "22233344455566677778889999";

    private final Dialling dialling;

    /** With libphonenumber if it is there. */
    Phones() {
        this(libraryIsThere() ? new Library() : new Plain());
    }

    Phones(Dialling dialling) {
        this.dialling = dialling;
    }

    /** The rules of numbering plans. */
    interface Dialling {

        /** {@return the number of a cleaned text without extension; a region may be empty} */
        Normalized<PhoneNumber> number(String text, String region, String extension);
    }

    @Override
    public Normalized<PhoneNumber> normalize(String text, Context context) {
        String line = SCHEME.matcher(CleanText.line(text)).replaceFirst("");
        String extension = "";
        Matcher tail = EXTENSION.matcher(line);
        if (tail.find() && tail.start() > 0) {
            extension = tail.group(1);
            line = line.substring(0, tail.start()).strip();
        }
        line = line.startsWith("00") && context.region().isEmpty() ? "+" + line.substring(2) : line;
        line = VANITY.matcher(line).matches() ? keypad(line) : line;
        line = line.startsWith("+") ? TRUNK.matcher(line).replaceFirst("") : line;
        if (!DIALLED.matcher(line).matches()) {
            return Normalized.failed(MALFORMED, "has characters that nobody can dial");
        }
        if (!line.startsWith("+") && context.region().isEmpty()) {
            return Normalized.failed("phone.no_region", "has no country code, and the plan has no default region");
        }
        return dialling.number(line, context.region(), extension);
    }

    private static String keypad(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (char unit : text.toUpperCase(Locale.ROOT).toCharArray()) {
            digits.append(unit >= 'A' && unit <= 'Z' ? KEYPAD.charAt(unit - 'A') : unit);
        }
        return digits.toString();
    }

    private static boolean libraryIsThere() {
        try {
            Class.forName("com.google.i18n.phonenumbers.PhoneNumberUtil");
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /** The table. */
    static final class Plain implements Dialling {

        private final List<List<String>> regions;

        Plain() {
            this.regions = Codes.table("phone_region").rows().values().stream().toList();
        }

        @Override
        public Normalized<PhoneNumber> number(String text, String region, String extension) {
            String digits = text.replaceAll("[^0-9]", "");
            if (text.startsWith("+")) {
                return international(digits, extension);
            }
            List<String> plan = Codes.table("phone_region").row(region);
            if (plan.isEmpty()) {
                return Normalized.failed("phone.no_region", "is of a region whose numbers need libphonenumber");
            }
            for (String prefix : List.of(plan.get(2), "00")) {
                if (digits.startsWith(prefix) && digits.length() > prefix.length() + 7) {
                    return international(digits.substring(prefix.length()), extension);
                }
            }
            return national(plan, digits, extension);
        }

        private Normalized<PhoneNumber> international(String digits, String extension) {
            Optional<List<String>> plan = regions.stream()
                    .filter(row -> digits.startsWith(row.get(0)))
                    .max((a, b) -> Integer.compare(a.get(0).length(), b.get(0).length()));
            if (plan.isPresent()) {
                return national(plan.get(), digits.substring(plan.get().get(0).length()), extension);
            }
            boolean possible = digits.length() >= 7 && digits.length() <= 15 && !digits.startsWith("0");
            return possible ? made(digits, extension) : impossible();
        }

        private static Normalized<PhoneNumber> national(List<String> plan, String digits, String extension) {
            String trunk = plan.get(1);
            String number = digits.startsWith(trunk) ? digits.substring(trunk.length()) : digits;
            boolean possible = number.length() >= Integer.parseInt(plan.get(3))
                    && number.length() <= Integer.parseInt(plan.get(4))
                    && plan.get(0).length() + number.length() <= 15;
            return possible ? made(plan.get(0) + number, extension) : impossible();
        }

        private static Normalized<PhoneNumber> made(String digits, String extension) {
            return Normalized.of(new PhoneNumber("+" + digits, extension));
        }
    }

    private static Normalized<PhoneNumber> impossible() {
        return Normalized.failed(MALFORMED, "has too few or too many digits for its country");
    }

    /** Google's library. A class of its own, so that nothing asks for the library unless it is there. */
    static final class Library implements Dialling {

        private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();

        Library() {}

        @Override
        public Normalized<PhoneNumber> number(String text, String region, String extension) {
            try {
                Phonenumber.PhoneNumber number = library.parse(text, region.isEmpty() ? "ZZ" : region);
                String e164 = library.format(number, PhoneNumberFormat.E164);
                boolean stable = e164.equals(library.format(library.parse(e164, "ZZ"), PhoneNumberFormat.E164));
                boolean possible = library.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
                if (!stable || !possible || e164.length() > 16) {
                    return impossible();
                }
                return Normalized.of(new PhoneNumber(e164, extension))
                        .warningIf(
                                !library.isValidNumber(number),
                                "phone.unassigned",
                                "is in no range that its country has assigned");
            } catch (NumberParseException e) {
                return Normalized.failed(MALFORMED, "is not a telephone number");
            }
        }
    }
}
