package dev.cdm.matching.person;

import com.google.common.collect.ImmutableSet;
import dev.cdm.matching.table.Column;
import dev.cdm.matching.table.LongCodes;
import dev.cdm.matching.writing.TextFold;
import java.util.Locale;

/** E-mail addresses in two parts: the user and the domain. */
final class EmailValues {

    /** Who reads these is a department and nobody: the domain says more. */
    private static final ImmutableSet<String> DESKS =
            ImmutableSet.copyOf(("info office contact sales admin hello mail email service support reception enquiries"
                            + " kontakt buero verkauf contato contacto ventas accueil contatti post shop booking accounts")
                    .split(" ", -1));

    final Texts users = new Texts();
    final Texts domains = new Texts();
    private final LongCodes entries = new LongCodes();

    int add(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        String cut = plain.length() > TextFold.LONGEST ? plain.substring(0, TextFold.LONGEST) : plain;
        int at = cut.lastIndexOf('@');
        String user = at < 0 ? cut : cut.substring(0, at);
        int plus = user.indexOf('+');
        String base = plus > 0 ? user.substring(0, plus) : user;
        int userNumber = users.add(DESKS.contains(base) && at >= 0 ? cut.substring(at + 1) : base);
        int domain = domains.add(at < 0 ? "" : cut.substring(at + 1));
        return userNumber == Texts.NONE ? Column.MISSING : entries.add((long) userNumber << Integer.SIZE | domain + 1L);
    }

    int size() {
        return entries.size();
    }

    int user(int entry) {
        return (int) (entries.value(entry) >>> Integer.SIZE);
    }

    /** {@return the address as it is compared} */
    String text(int entry) {
        int domain = domain(entry);
        return users.text(user(entry)) + (domain == Texts.NONE ? "" : "@" + domains.text(domain));
    }

    /** {@return the number of the domain, or {@link Texts#NONE}} */
    int domain(int entry) {
        return (int) entries.value(entry) - 1;
    }
}
