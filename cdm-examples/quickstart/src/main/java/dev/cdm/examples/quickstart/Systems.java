package dev.cdm.examples.quickstart;

import dev.cdm.core.format.EventFormat;
import dev.cdm.core.format.RecordFormat;
import dev.cdm.core.model.PartyType;
import dev.cdm.core.model.SourceKind;
import dev.cdm.core.model.SourceSystem;
import java.time.Duration;
import java.time.ZoneId;

/** The source systems and what their exports look like. */
public final class Systems {

    /** Customer relations: kept by the sales team, who see the papers. */
    public static final SourceSystem CRM = SourceSystem.builder("crm", SourceKind.CRM)
            .owner("sales")
            .trust(80)
            .lawfulCollection("contract, privacy notice 2")
            .build();

    /** The shop: customers type for themselves. */
    public static final SourceSystem SHOP = SourceSystem.builder("shop", SourceKind.SHOP)
            .owner("e-commerce")
            .trust(60)
            .lawfulCollection("contract, privacy notice 2")
            .build();

    /** The newsletter: an e-mail address and little more. */
    public static final SourceSystem NEWSLETTER = SourceSystem.builder("newsletter", SourceKind.NEWSLETTER)
            .owner("marketing")
            .trust(40)
            .clockTolerance(Duration.ofMinutes(5))
            .lawfulCollection("consent, privacy notice 3")
            .build();

    /** Where consents are kept; its keys are those of the events, not of people. */
    public static final SourceSystem CONSENT_TOOL = SourceSystem.builder("consent-tool", SourceKind.OTHER)
            .owner("data protection")
            .party(PartyType.FIRST)
            .build();

    static final RecordFormat CONTACTS = RecordFormat.csv(CRM, "Id")
            .assertedAt("LastModifiedDate")
            .deleted("IsDeleted")
            .build();

    static final RecordFormat CUSTOMERS = RecordFormat.csv(SHOP, "顧客番号")
            .separator(';')
            .assertedAt("更新日時")
            .zone(ZoneId.of("Asia/Tokyo"))
            .build();

    static final RecordFormat SUBSCRIBERS = RecordFormat.jsonLines(NEWSLETTER, "subscriber")
            .assertedAt("updated_at")
            .alias("name.family", "family name")
            .alias("name.given", "given name")
            .alias("subscribed_at", "signed up at")
            .build();

    static final EventFormat ORDERS = EventFormat.jsonLines(SHOP, "customer", "at");

    static final EventFormat CASES = EventFormat.jsonLines(CRM, "contact", "at");

    static final RecordFormat CONSENTS =
            RecordFormat.jsonLines(CONSENT_TOOL, "id").assertedAt("at").build();

    private Systems() {}
}
