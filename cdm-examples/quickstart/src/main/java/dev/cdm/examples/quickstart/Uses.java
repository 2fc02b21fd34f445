package dev.cdm.examples.quickstart;

import dev.cdm.consent.purpose.Purpose;
import dev.cdm.consent.purpose.PurposeClass;
import dev.cdm.core.model.AttributeKey;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.schema.StandardSchema;
import java.util.List;

/** What the data are used for. */
final class Uses {

    static final List<AttributeKey<?>> SEEN_BY_MARKETING = List.of(
            StandardSchema.NAME,
            StandardSchema.EMAIL,
            StandardSchema.PHONE,
            StandardSchema.ADDRESS,
            StandardSchema.LANGUAGE,
            StandardSchema.INTEREST);

    static final Purpose NEWSLETTER = Purpose.builder("newsletter", "News by e-mail")
            .attributes(StandardSchema.NAME, StandardSchema.EMAIL, StandardSchema.LANGUAGE)
            .classes(PurposeClass.MARKETING)
            .build();

    static final Purpose MARKETING = Purpose.builder("marketing", "Offers by post, e-mail and telephone")
            .attributes(SEEN_BY_MARKETING.toArray(new AttributeKey<?>[0]))
            .classes(PurposeClass.MARKETING)
            .build();

    static final Purpose ANALYTICS = Purpose.builder("analytics", "Statistics of sales")
            .attributes(StandardSchema.GENDER, StandardSchema.INDUSTRY, StandardSchema.COUNTRY)
            .build();

    private Uses() {}

    static List<PurposeId> ids() {
        return List.of(NEWSLETTER.id(), MARKETING.id(), ANALYTICS.id());
    }
}
