package dev.cdm.consent.policy;

import static dev.cdm.consent.policy.Case.ADS;
import static dev.cdm.consent.policy.Case.ARCHIVE;
import static dev.cdm.consent.policy.Case.NEWS;
import static dev.cdm.consent.policy.Case.ORDER;
import static dev.cdm.consent.policy.Case.RISK;
import static dev.cdm.consent.policy.Case.SHOP;
import static dev.cdm.consent.policy.Case.WEB;
import static dev.cdm.consent.policy.Case.at;
import static dev.cdm.consent.policy.Case.event;
import static dev.cdm.consent.policy.Case.given;
import static dev.cdm.consent.policy.Case.minute;
import static dev.cdm.consent.policy.Case.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentEventBuilder;
import dev.cdm.consent.ledger.EventKind;
import dev.cdm.consent.pack.Reason;
import dev.cdm.consent.purpose.LegalBasis;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecordId;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordedGroundsTest {

    @Test
    void aContractPermitsWhileItLastsAndAWithdrawalDoesNotTouchIt() {
        ConsentEvent contract = start(SHOP, ORDER, LegalBasis.CONTRACT, 0).build();
        ConsentEvent ended = event(EventKind.LEGAL_GROUND_ENDED, SHOP, ORDER, 9)
                .basis(LegalBasis.CONTRACT)
                .build();
        assertThat(at(ORDER, 5, contract, withdrawn(ORDER, 3)).ground()).contains(LegalBasis.CONTRACT);
        assertThat(at(
                                ORDER,
                                5,
                                contract,
                                event(EventKind.OBJECTED, SHOP, ORDER, 3).build())
                        .permitted())
                .isTrue();
        assertThat(at(ORDER, 8, contract, ended).permitted()).isTrue();
        assertThat(at(ORDER, 9, contract, ended).reason()).isEqualTo(Reason.NO_LEGAL_GROUND);
        ConsentEvent again = start(SHOP, ORDER, LegalBasis.CONTRACT, 12).build();
        assertThat(at(ORDER, 12, contract, ended, again).permitted()).isTrue();
    }

    @Test
    void aGroundThatThePurposeMayNotRestOnDoesNotHelp() {
        assertThat(at(ADS, 5, start(SHOP, ADS, LegalBasis.CONTRACT, 0).build()).permitted())
                .isFalse();
    }

    @Test
    void aLegitimateInterestNeedsAnAssessmentAndANotice() {
        ConsentEventBuilder interest = start(SHOP, RISK, LegalBasis.LEGITIMATE_INTEREST, 0);
        assertThat(at(RISK, 5, interest.build()).reason()).isEqualTo(Reason.ASSESSMENT_MISSING);
        assertThat(at(RISK, 5, interest.evidence("lia-7").build()).reason()).isEqualTo(Reason.NOTICE_MISSING);
        assertThat(at(RISK, 5, interest.notice("privacy@1").build()).permitted())
                .isTrue();
    }

    @Test
    void anObjectionStopsAnInterestUntilCompellingGroundsAreRecorded() {
        ConsentEvent interest = interest(RISK, 0).build();
        ConsentEvent objection = event(EventKind.OBJECTED, SHOP, RISK, 5).build();
        ConsentEvent override =
                event(EventKind.OVERRIDE_RECORDED, SHOP, RISK, 9).build();
        ConsentEvent restricted = event(EventKind.RESTRICTED, SHOP, RISK, 5).build();
        ConsentEvent lifted = event(EventKind.RESTRICTION_LIFTED, SHOP, RISK, 9).build();
        assertThat(at(RISK, 6, interest, objection).reason()).isEqualTo(Reason.OBJECTED);
        assertThat(at(RISK, 6, interest, objection, restricted).reason()).isEqualTo(Reason.RESTRICTED_PENDING);
        assertThat(at(RISK, 9, interest, objection, override).permitted()).isTrue();
        assertThat(at(RISK, 9, interest, objection, restricted, lifted, override)
                        .permitted())
                .isTrue();
        assertThat(at(RISK, 9, interest, objection, restricted, lifted).reason())
                .isEqualTo(Reason.OBJECTED);
    }

    @Test
    void anObjectionToMarketingIsAbsolute() {
        ConsentEvent interest = interest(NEWS, 0).build();
        ConsentEvent objection = event(EventKind.OBJECTED, SHOP, NEWS, 5).build();
        ConsentEvent override =
                event(EventKind.OVERRIDE_RECORDED, SHOP, NEWS, 9).build();
        assertThat(at(NEWS, 4, interest, objection).permitted()).isTrue();
        assertThat(at(NEWS, 9, interest, objection, override).reason()).isEqualTo(Reason.OBJECTED);
        assertThat(at(NEWS, 20, interest, objection, given(NEWS, 15)).permitted())
                .isTrue();
    }

    @Test
    void anInterestDoesNotSilentlyReplaceAConsentThatWasTakenBack() {
        ConsentEvent withdrawal = withdrawn(NEWS, 5);
        assertThat(at(NEWS, 9, given(NEWS, 0), interest(NEWS, 1).build(), withdrawal)
                        .reason())
                .isEqualTo(Reason.WITHDRAWN);
        assertThat(at(NEWS, 9, withdrawal, interest(NEWS, 7).build()).permitted())
                .isTrue();
        ConsentEvent elsewhere = start(WEB, NEWS, LegalBasis.LEGITIMATE_INTEREST, 7)
                .evidence("lia-7")
                .notice("privacy@1")
                .build();
        assertThat(at(NEWS, 9, withdrawal, elsewhere).permitted()).isFalse();
    }

    @Test
    void aRestrictionStopsEverythingButStorageClaimsAndALaterConsent() {
        ConsentEvent restriction =
                event(EventKind.RESTRICTED, SHOP, ConsentEvent.EVERY_PURPOSE, 5).build();
        ConsentEvent law = start(SHOP, ARCHIVE, LegalBasis.LEGAL_OBLIGATION, 0).build();
        ConsentEvent contract = start(SHOP, ORDER, LegalBasis.CONTRACT, 0).build();
        assertThat(at(ORDER, 6, contract, restriction).reason()).isEqualTo(Reason.RESTRICTED);
        assertThat(at(ARCHIVE, 6, law, restriction).permitted()).isTrue();
        assertThat(at(ADS, 6, given(ADS, 0), restriction).reason()).isEqualTo(Reason.RESTRICTED);
        ConsentEvent later = event(EventKind.GIVEN, SHOP, ADS, 6)
                .supersedes(List.of(restriction.id()))
                .build();
        assertThat(at(ADS, 6, later, restriction).permitted()).isTrue();
        ConsentEvent lifted = event(EventKind.RESTRICTION_LIFTED, SHOP, ConsentEvent.EVERY_PURPOSE, 8)
                .build();
        assertThat(at(ORDER, 8, contract, restriction, lifted).permitted()).isTrue();
        assertThat(at(ORDER, 7, contract, restriction, lifted).permitted()).isFalse();
    }

    @Test
    void aGroundEndsByItselfWhenItSaysSo() {
        ConsentEvent contract =
                start(SHOP, ORDER, LegalBasis.CONTRACT, 0).expires(minute(10)).build();
        assertThat(at(ORDER, 9, contract).validUntil()).isEqualTo(minute(10));
        assertThat(at(ORDER, 10, contract).reason()).isEqualTo(Reason.EXPIRED);
    }

    private static ConsentEventBuilder interest(PurposeId purpose, long minute) {
        return start(SHOP, purpose, LegalBasis.LEGITIMATE_INTEREST, minute)
                .evidence("lia-7")
                .notice("privacy@1");
    }

    private static ConsentEventBuilder start(RecordId who, PurposeId purpose, LegalBasis basis, long minute) {
        return ConsentEvent.groundStarted(who, purpose, basis).at(minute(minute));
    }
}
