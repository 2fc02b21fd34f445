package dev.cdm.consent.notice;

import dev.cdm.consent.purpose.LegalBasis;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.consent.purpose.Purposes;
import dev.cdm.core.model.RecipientId;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A disclosure generated from the registered purposes: which data, why, on which ground, until when, and who receives
 * them (GDPR Art. 13, APPI Art. 21 and 32). It speaks English and Japanese.
 */
public final class Disclosure {

    private final Purposes purposes;

    /**
     * Creates a disclosure.
     *
     * @param purposes the registered purposes
     */
    public Disclosure(Purposes purposes) {
        this.purposes = purposes;
    }

    /**
     * {@return the text, one paragraph of lines for each purpose}
     *
     * @param locale Japanese, or any other language for English
     */
    public String text(Locale locale) {
        boolean japanese = locale.getLanguage().equals(Locale.JAPANESE.getLanguage());
        return purposes.all().stream()
                .map(purpose -> japanese ? japanese(purpose) : english(purpose))
                .collect(Collectors.joining("\n"));
    }

    private static String english(Purpose purpose) {
        return "Purpose: " + purpose.name(Locale.ENGLISH)
                + "\nData: " + list(purpose.attributes(), "none")
                + "\nGround: "
                + list(purpose.bases().stream().map(LegalBasis::name).toList(), "none")
                + "\nKept for: " + purpose.retention().map(Disclosure::english).orElse("as long as the purpose lasts")
                + "\nReceived by: " + list(recipients(purpose), "nobody else") + "\n";
    }

    private static String japanese(Purpose purpose) {
        return "利用目的：" + purpose.name(Locale.JAPANESE)
                + "\n項目：" + list(purpose.attributes(), "なし")
                + "\n根拠：" + list(purpose.bases().stream().map(LegalBasis::name).toList(), "なし")
                + "\n保存期間：" + purpose.retention().map(Disclosure::japanese).orElse("目的の達成まで")
                + "\n提供先：" + list(recipients(purpose), "なし") + "\n";
    }

    private static Collection<String> recipients(Purpose purpose) {
        return purpose.recipients().stream().map(RecipientId::text).toList();
    }

    private static String list(Collection<String> names, String none) {
        return names.isEmpty() ? none : String.join(", ", names);
    }

    private static String english(Period period) {
        return period.toTotalMonths() + " months and " + period.get(ChronoUnit.DAYS) + " days";
    }

    private static String japanese(Period period) {
        return period.toTotalMonths() + "か月と" + period.get(ChronoUnit.DAYS) + "日";
    }
}
