package dev.cdm.consent.policy;

import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentEventBuilder;
import dev.cdm.consent.ledger.ConsentHistory;
import dev.cdm.consent.ledger.EventKind;
import dev.cdm.consent.purpose.LegalBasis;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.consent.purpose.PurposeClass;
import dev.cdm.consent.purpose.Purposes;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecordId;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;

/** The small world in which decisions are tested: minutes after ten, a few purposes, two record ids. */
public final class Case {

    public static final Instant TEN = Instant.parse("2025-03-01T10:00:00Z");
    public static final RecordId SHOP = new RecordId("shop", "c-88");
    public static final RecordId WEB = new RecordId("web", "a-1");
    public static final PurposeId ALL = new PurposeId("contact");
    public static final PurposeId NEWS = new PurposeId("news");
    public static final PurposeId ADS = new PurposeId("ads");
    public static final PurposeId BOTH = new PurposeId("personalised-news");
    public static final PurposeId ORDER = new PurposeId("order");
    public static final PurposeId RISK = new PurposeId("risk");
    public static final PurposeId ARCHIVE = new PurposeId("archive");
    public static final PurposeId CONFIRMED = new PurposeId("confirmed-news");

    public static final Purposes PURPOSES = Purposes.of(
            Purpose.builder("contact", "Contact").build(),
            Purpose.builder("news", "News")
                    .under("contact")
                    .classes(PurposeClass.MARKETING)
                    .bases(LegalBasis.CONSENT, LegalBasis.LEGITIMATE_INTEREST)
                    .validity(Period.ofMonths(24))
                    .build(),
            Purpose.builder("ads", "Advertising").under("contact").build(),
            Purpose.builder("personalised-news", "Personalised news")
                    .under("news", "ads")
                    .build(),
            Purpose.builder("order", "Orders").bases(LegalBasis.CONTRACT).build(),
            Purpose.builder("risk", "Risk")
                    .bases(LegalBasis.LEGITIMATE_INTEREST)
                    .build(),
            Purpose.builder("archive", "Keep only")
                    .classes(PurposeClass.STORAGE)
                    .bases(LegalBasis.LEGAL_OBLIGATION)
                    .build(),
            Purpose.builder("sale", "Sale")
                    .classes(PurposeClass.SALE_OR_SHARING)
                    .bases(LegalBasis.CONSENT, LegalBasis.CONTRACT)
                    .build(),
            Purpose.builder("transfer", "Transfer")
                    .classes(PurposeClass.TRANSFER_ABROAD, PurposeClass.RIGHTS_REQUEST)
                    .categories("health", "email")
                    .bases(LegalBasis.CONSENT, LegalBasis.LEGAL_OBLIGATION)
                    .build(),
            Purpose.builder("confirmed-news", "Confirmed news").doubleOptIn().build());

    public static final PolicyEngine ENGINE = new PolicyEngine(PURPOSES);

    private Case() {}

    public static Instant minute(long offset) {
        return TEN.plus(Duration.ofMinutes(offset));
    }

    public static ConsentEventBuilder event(EventKind kind, RecordId who, PurposeId purpose, long minute) {
        return ConsentEvent.of(kind, who, purpose).at(minute(minute));
    }

    public static ConsentEvent given(PurposeId purpose, long minute) {
        return event(EventKind.GIVEN, SHOP, purpose, minute).build();
    }

    public static ConsentEvent withdrawn(PurposeId purpose, long minute) {
        return event(EventKind.WITHDRAWN, SHOP, purpose, minute).build();
    }

    public static Decision at(PurposeId purpose, long minute, ConsentEvent... events) {
        return ENGINE.decide(
                ConsentQuery.about("p-1", purpose, minute(minute)).build(), ConsentHistory.of(List.of(events)));
    }

    public static Decision decide(ConsentQuery.Builder query, ConsentEvent... events) {
        return ENGINE.decide(query.build(), ConsentHistory.of(List.of(events)));
    }

    public static ConsentQuery.Builder ask(PurposeId purpose, long minute) {
        return ConsentQuery.about("p-1", purpose, minute(minute));
    }
}
