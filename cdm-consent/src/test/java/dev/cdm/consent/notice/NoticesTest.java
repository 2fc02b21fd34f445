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
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.consent.purpose.Purposes;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecipientId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.schema.StandardSchema;
import java.time.Duration;
import java.time.Instant;
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
            .recipients(new RecipientId("mailer"))
            .retention(Period.ofYears(2))
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
    void aDisclosureSaysWhatWhyUntilWhenAndWhoReceives() {
        assertThat(new Disclosure(purposes).text(Locale.ENGLISH)).isEqualTo("""
                        Purpose: News
                        Data: email
                        Ground: CONSENT
                        Kept for: 24 months and 0 days
                        Received by: mailer
                        """);
        assertThat(new Disclosure(purposes).text(Locale.JAPAN))
                .contains("利用目的：お知らせ")
                .contains("24か月");
        assertThat(new Disclosure(Purposes.of(Purpose.builder("a", "A").build())).text(Locale.ENGLISH))
                .contains("Received by: nobody else");
    }

    private Decision decide(String notice, Instant at) {
        ConsentEvent event = ConsentEvent.given(new RecordId("shop", "c-88"), NEWS)
                .at(FIRST)
                .notice(notice)
                .build();
        return engine.decide(ConsentQuery.about("p", NEWS, at).build(), ConsentHistory.of(List.of(event)));
    }
}
