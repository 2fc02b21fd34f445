package dev.cdm.consent.notice;

import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.consent.purpose.Purposes;
import dev.cdm.consent.recipient.Recipient;
import dev.cdm.consent.recipient.Recipients;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A disclosure generated from the registered purposes: which data, why, on which ground, since when, until when, and who
 * receives them (GDPR Art. 13, APPI Art. 21 and 32). It speaks English and Japanese. Immutable, thread-safe.
 *
 * <p>Its hash, by {@link Notice#hashOf}, goes into the notice under which it is published.
 */
public final class Disclosure {

    private final Purposes purposes;
    private final Recipients recipients;

    /**
     * Creates a disclosure that tells recipients by their ids.
     *
     * @param purposes the registered purposes
     */
    public Disclosure(Purposes purposes) {
        this(purposes, Recipients.none());
    }

    /**
     * Creates a disclosure.
     *
     * @param purposes the registered purposes
     * @param recipients the registered recipients; one that is not registered is told by its id
     */
    public Disclosure(Purposes purposes, Recipients recipients) {
        this.purposes = purposes;
        this.recipients = recipients;
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

    private String english(Purpose purpose) {
        return "Purpose: " + purpose.name(Locale.ENGLISH)
                + "\nData: " + list(data(purpose), ", ", "none")
                + "\nOperations: " + list(purpose.operations(), ", ", "use")
                + "\nGround: "
                + list(purpose.bases().stream().map(Disclosure::words).toList(), ", ", "none")
                + "\nSince: " + purpose.since().map(LocalDate::toString).orElse("the beginning")
                + "\nUntil: " + purpose.until().map(LocalDate::toString).orElse("further notice")
                + "\nKept for: "
                + purpose.retention().map(DisclosureWords::english).orElse("as long as the purpose lasts")
                + "\nReceived by: " + list(recipients(purpose, false), ", ", "nobody else") + "\n";
    }

    private String japanese(Purpose purpose) {
        return "利用目的：" + purpose.name(Locale.JAPANESE)
                + "\n項目：" + list(data(purpose), "、", "なし")
                + "\n取扱い：" + list(purpose.operations(), "、", "利用")
                + "\n根拠："
                + list(purpose.bases().stream().map(DisclosureWords::japanese).toList(), "、", "なし")
                + "\n開始日：" + purpose.since().map(LocalDate::toString).orElse("当初から")
                + "\n終了日：" + purpose.until().map(LocalDate::toString).orElse("定めなし")
                + "\n保存期間："
                + purpose.retention().map(DisclosureWords::japanese).orElse("目的の達成まで")
                + "\n提供先：" + list(recipients(purpose, true), "、", "なし") + "\n";
    }

    private static Collection<String> data(Purpose purpose) {
        return ImmutableSet.<String>builder()
                .addAll(purpose.attributes())
                .addAll(purpose.categories())
                .build();
    }

    private Collection<String> recipients(Purpose purpose, boolean japanese) {
        return purpose.recipients().stream()
                .map(id ->
                        recipients.find(id).map(found -> told(found, japanese)).orElse(id.text()))
                .toList();
    }

    private static String told(Recipient recipient, boolean japanese) {
        String role = japanese ? DisclosureWords.japanese(recipient.role()) : words(recipient.role());
        String country = recipient.country().isEmpty() ? "" : ", " + recipient.country();
        return recipient.name() + " (" + role + country + ")";
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String list(Collection<String> names, String separator, String none) {
        return names.isEmpty() ? none : String.join(separator, names);
    }
}
