package dev.cdm.consent.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentHistory;
import dev.cdm.consent.pack.Reason;
import dev.cdm.consent.policy.ConsentQuery;
import dev.cdm.consent.policy.Decision;
import dev.cdm.consent.policy.PolicyEngine;
import dev.cdm.consent.purpose.LegalBasis;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.consent.purpose.Purposes;
import dev.cdm.consent.recipient.Recipient;
import dev.cdm.consent.recipient.Recipient.Role;
import dev.cdm.consent.recipient.Recipients;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecipientId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.schema.StandardSchema;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NoticesTest {

    private static final PurposeId NEWS = new PurposeId("news");
    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant CHANGE = Instant.parse("2025-06-01T00:00:00Z");
    private static final Instant GRACE = Instant.parse("2025-07-01T00:00:00Z");
    private static final Notices NOTICES = Notices.of(List.of(
            Notice.of("privacy", 1, FIRST),
            Notice.of("privacy", 2, FIRST.plus(Duration.ofDays(30))),
            new Notice("privacy", 3, CHANGE, true, GRACE, ImmutableMap.of("ja", "sha256:01"), ImmutableSet.of(NEWS))));

    private final Purposes purposes = Purposes.of(Purpose.builder("news", "News")
            .name(Locale.JAPANESE, "お知らせ")
            .attributes(StandardSchema.EMAIL)
            .categories("opinion")
            .operations("collect", "store")
            .bases(LegalBasis.CONSENT, LegalBasis.LEGITIMATE_INTEREST)
            .recipients(new RecipientId("mailer"))
            .since(LocalDate.of(2025, 1, 1))
            .until(LocalDate.of(2030, 1, 1))
            .retention(Period.of(2, 1, 3))
            .build());
    private final PolicyEngine engine = new PolicyEngine(purposes, List.of(), NOTICES);

    @Test
    void aChangeInSubstanceMakesEarlierConsentsBeAskedAgainAfterItsGraceDate() {
        assertThat(decide("privacy@1", GRACE.minusMillis(1)).permitted()).isTrue();
        assertThat(decide("privacy@2", GRACE.minusMillis(1)).validUntil()).isEqualTo(GRACE);
        assertThat(decide("privacy@1", GRACE).reason()).isEqualTo(Reason.RECONSENT_REQUIRED);
        assertThat(decide("privacy@3", GRACE).permitted()).isTrue();
    }

    @Test
    void aConsentUnderAnUnknownNoticeDoesNotCount() {
        assertThat(decide("privacy@9", GRACE).reason()).isEqualTo(Reason.NOTICE_MISSING);
        assertThat(decide("", GRACE).reason()).isEqualTo(Reason.NOTICE_MISSING);
        assertThat(Notices.none().informs("")).isTrue();
    }

    @Test
    void noticesAreFoundByNameAndVersion() {
        assertThat(NOTICES.find("privacy@3")).map(Notice::hashes).contains(ImmutableMap.of("ja", "sha256:01"));
        assertThat(NOTICES.find("terms@1")).isEmpty();
        assertThatThrownBy(() -> Notices.of(List.of(Notice.of("a", 1, FIRST), Notice.of("a", 1, CHANGE))))
                .hasMessageContaining("must differ");
        assertThatThrownBy(() -> Notice.of("a@b", 1, FIRST)).hasMessageContaining("at sign");
        assertThatThrownBy(() -> Notice.of("a", 0, FIRST)).hasMessageContaining("`version`");
    }

    @Test
    void aDisclosureSaysWhatWhySinceAndUntilWhenAndWhoReceives() {
        Recipients recipients =
                Recipients.of(List.of(new Recipient(new RecipientId("mailer"), "Mail provider", "IE", Role.PROCESSOR)));
        Disclosure disclosure = new Disclosure(purposes, recipients);
        assertThat(disclosure.text(Locale.ENGLISH)).isEqualTo("""
                        Purpose: News
                        Data: email, opinion
                        Operations: collect, store
                        Ground: consent, legitimate interest
                        Since: 2025-01-01
                        Until: 2030-01-01
                        Kept for: 2 years and 1 month and 3 days
                        Received by: Mail provider (processor, IE)
                        """);
        assertThat(disclosure.text(Locale.JAPAN)).isEqualTo("""
                        利用目的：お知らせ
                        項目：email、opinion
                        取扱い：collect、store
                        根拠：同意、正当な利益
                        開始日：2025-01-01
                        終了日：2030-01-01
                        保存期間：2年1か月3日
                        提供先：Mail provider (委託先, IE)
                        """);
    }

    @Test
    void aDisclosureOfAPurposeThatSaysLittleSaysSo() {
        Purpose little = Purpose.builder("a", "A").bases(LegalBasis.values()).build();
        String text = new Disclosure(Purposes.of(little)).text(Locale.ENGLISH);
        assertThat(text).contains("Received by: nobody else", "Since: the beginning", "Until: further notice");
        assertThat(new Disclosure(Purposes.of(little)).text(Locale.JAPANESE))
                .contains("目的の達成まで", "当初から", "定めなし", "法令上の例外");
        assertThat(new Disclosure(purposes).text(Locale.ENGLISH)).contains("Received by: mailer");
    }

    @Test
    void aTextIsTheOneOfANoticeByItsHash() {
        String hash = Notice.hashOf("news");
        assertThat(hash).startsWith("sha256:").hasSize(7 + 64);
        Notice notice = new Notice("terms", 1, FIRST, false, FIRST, ImmutableMap.of("en", hash), ImmutableSet.of());
        assertThat(notice.isText("en", "news")).isTrue();
        assertThat(notice.isText("en", "News")).isFalse();
        assertThat(notice.isText("ja", "news")).isFalse();
    }

    private Decision decide(String notice, Instant at) {
        ConsentEvent event = ConsentEvent.given(new RecordId("shop", "c-88"), NEWS)
                .at(FIRST)
                .notice(notice)
                .build();
        return engine.decide(ConsentQuery.about("p", NEWS, at).build(), ConsentHistory.of(List.of(event)));
    }
}
