package dev.cdm.core.normalize;

import dev.cdm.core.internal.CleanText;
import dev.cdm.core.value.EmailAddress;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * E-mail addresses (RFC 5321, 5322, 6531). Dots where the RFC allows none are accepted with a warning, because Japanese
 * carriers gave out such mailboxes.
 */
final class Emails implements ValueNormalizer<EmailAddress> {

    static final String MALFORMED = "email.malformed";

    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_DOMAIN = 253;
    private static final Pattern ATOMS = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.\\-[^\\x00-\\x7F]&&[^\\s]]+");
    private static final Pattern ODD_DOTS = Pattern.compile("^\\.|\\.\\.|\\.$");
    private static final Pattern LITERAL = Pattern.compile("\\[[0-9a-zA-Z:.]{3,60}]");
    private static final Pattern TOP_LEVEL = Pattern.compile("(.*\\.)?[0-9]+");
    private static final Pattern SPACED_AT = Pattern.compile(" ?@ ?");

    Emails() {}

    @Override
    public Normalized<EmailAddress> normalize(String text, Context context) {
        String bare = bare(CleanText.line(text));
        int at = bare.lastIndexOf('@');
        if (at < 1 || at == bare.length() - 1) {
            return Normalized.failed(MALFORMED, "has no text before or after the at sign");
        }
        String local = local(bare.substring(0, at));
        String domain = domain(bare.substring(at + 1));
        if (local.isEmpty() || local.getBytes(StandardCharsets.UTF_8).length > LONGEST_LOCAL) {
            return Normalized.failed(MALFORMED, "has a local part that RFC 5322 does not allow");
        }
        if (domain.isEmpty()) {
            return Normalized.failed(MALFORMED, "has no valid domain");
        }
        return warned(Normalized.of(new EmailAddress(local, domain)), local, domain);
    }

    private static Normalized<EmailAddress> warned(Normalized<EmailAddress> email, String local, String domain) {
        boolean dots = !local.startsWith("\"") && ODD_DOTS.matcher(local).find();
        boolean foreign = local.chars().anyMatch(unit -> unit >= 0x80);
        boolean lone = domain.startsWith("[") || domain.indexOf('.') < 0;
        String meant = Codes.table("email_typo").code(domain).orElse(domain);
        return email.warningIf(dots, "email.unusual", "has dots where RFC 5322 allows none")
                .warningIf(lone, "email.unusual", "has a domain that is not on the public Internet")
                .warningIf(foreign, "email.not_ascii", "needs a mail server that knows RFC 6531")
                .warningIf(
                        !meant.equals(domain) && !Codes.table("email_typo").has(domain),
                        "email.suspected_typo",
                        "has a domain that looks like a misspelling of `" + meant + "`");
    }

    /* Without scheme, display name, comment and the punctuation of the sentence it stood in. */
    private static String bare(String line) {
        String text = SPACED_AT.matcher(line).replaceAll("@");
        if (text.regionMatches(true, 0, "mailto:", 0, 7)) {
            int query = text.indexOf('?');
            text = text.substring(7, query < 0 ? text.length() : query);
        }
        text = stripped(text);
        int open = text.lastIndexOf('<');
        if (open >= 0 && text.endsWith(">")) {
            text = text.substring(open + 1, text.length() - 1);
        }
        int comment = text.indexOf('(', text.lastIndexOf('@') + 1);
        if (comment > 0 && text.endsWith(")")) {
            text = text.substring(0, comment);
        }
        text = stripped(text);
        boolean quoted = text.length() > 2 && text.endsWith(text.substring(0, 1));
        return quoted && (text.startsWith("\"") || text.startsWith("'")) ? text.substring(1, text.length() - 1) : text;
    }

    private static String stripped(String text) {
        int end = text.length();
        while (end > 0 && ".,;: 。".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end).strip();
    }

    /* In normal form: lower case, quoted only where it must be; empty if it is not allowed. */
    private static String local(String text) {
        String lower = CleanText.line(text.toLowerCase(Locale.ROOT));
        if (ATOMS.matcher(lower).matches()) {
            return lower;
        }
        if (lower.length() < 3 || !lower.startsWith("\"") || !lower.endsWith("\"")) {
            return "";
        }
        StringBuilder content = new StringBuilder();
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 1; i < lower.length() - 1; i++) {
            char unit = lower.charAt(i);
            if (unit == '"' || (unit == '\\' && i == lower.length() - 2)) {
                return "";
            }
            unit = unit == '\\' ? lower.charAt(++i) : unit;
            content.append(unit);
            quoted.append(unit == '"' || unit == '\\' ? "\\" : "").append(unit);
        }
        boolean plain =
                ATOMS.matcher(content).matches() && !ODD_DOTS.matcher(content).find();
        return plain ? content.toString() : quoted.append('"').toString();
    }

    /** {@return the domain in lower-case ASCII form; empty if it is not one} */
    static String domain(String text) {
        if (LITERAL.matcher(text).matches()) {
            return text.toLowerCase(Locale.ROOT);
        }
        String dotted = text.replace('。', '.').toLowerCase(Locale.ROOT);
        while (dotted.endsWith(".")) {
            dotted = dotted.substring(0, dotted.length() - 1);
        }
        if (dotted.isEmpty() || dotted.length() > LONGEST_DOMAIN || dotted.startsWith(".") || dotted.contains("..")) {
            return "";
        }
        try {
            String ascii = IDN.toASCII(dotted, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            boolean fits = ascii.length() <= LONGEST_DOMAIN
                    && !TOP_LEVEL.matcher(ascii).matches();
            return fits ? ascii : "";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
