package dev.cdm.consent.json;

import dev.cdm.consent.purpose.Categories;
import dev.cdm.consent.purpose.LegalBasis;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.consent.purpose.PurposeClass;
import dev.cdm.consent.purpose.Purposes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The purposes that the examples of the packs speak of: one for each class, and some that rest on one ground only. */
final class ExamplePurposes {

    static final Purposes ALL = all();

    private ExamplePurposes() {}

    private static Purposes all() {
        List<Purpose> purposes = new ArrayList<>();
        for (PurposeClass kind : PurposeClass.values()) {
            String id = kind.name().toLowerCase(Locale.ROOT);
            purposes.add(Purpose.builder(id, id)
                    .classes(kind)
                    .bases(LegalBasis.values())
                    .build());
        }
        only(purposes, "consent-only", LegalBasis.CONSENT, PurposeClass.GENERAL);
        only(purposes, "contract-only", LegalBasis.CONTRACT, PurposeClass.GENERAL);
        only(purposes, "law-only", LegalBasis.LEGAL_OBLIGATION, PurposeClass.GENERAL);
        only(purposes, "vital-only", LegalBasis.VITAL_INTEREST, PurposeClass.GENERAL);
        only(purposes, "task-only", LegalBasis.PUBLIC_TASK, PurposeClass.GENERAL);
        only(purposes, "interest-only", LegalBasis.LEGITIMATE_INTEREST, PurposeClass.GENERAL);
        only(purposes, "recognised-only", LegalBasis.RECOGNISED_INTEREST, PurposeClass.GENERAL);
        only(purposes, "interest-marketing", LegalBasis.LEGITIMATE_INTEREST, PurposeClass.MARKETING);
        return Purposes.of(purposes, Categories.standard());
    }

    private static void only(List<Purpose> purposes, String id, LegalBasis basis, PurposeClass kind) {
        purposes.add(Purpose.builder(id, id).bases(basis).classes(kind).build());
    }
}
