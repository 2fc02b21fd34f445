package dev.cdm.consent.json;

import com.google.common.collect.ImmutableList;
import dev.cdm.consent.ledger.ConsentLedger;
import dev.cdm.consent.ledger.DoubleOptIn;
import dev.cdm.consent.recipient.DisclosureLog;
import dev.cdm.consent.suppression.SuppressionList;
import dev.cdm.core.json.JsonCodec;
import dev.cdm.core.json.JsonModule;
import java.util.List;

/**
 * The bodies of this module's kinds as JSON. Immutable, thread-safe.
 *
 * <pre>{@code
 * Codecs codecs = JsonCodecs.of(new ConsentBodies());
 * }</pre>
 */
public final class ConsentBodies implements JsonModule {

    /** Creates the module. */
    public ConsentBodies() {}

    @Override
    public List<JsonCodec<?>> codecs() {
        return ImmutableList.of(
                JsonCodec.of(ConsentLedger.EVENTS, EventObjects::write, EventObjects::read),
                JsonCodec.of(ConsentLedger.HEADS, LedgerObjects::head, LedgerObjects::head),
                JsonCodec.of(ConsentLedger.SEALS, LedgerObjects::seal, LedgerObjects::seal),
                JsonCodec.of(ConsentLedger.GUARDIANS, LedgerObjects::guardian, LedgerObjects::guardian),
                JsonCodec.of(DoubleOptIn.PENDING, LedgerObjects::pending, LedgerObjects::pending),
                JsonCodec.of(DisclosureLog.ENTRIES, DisclosedObjects::write, DisclosedObjects::read),
                JsonCodec.of(SuppressionList.ENTRIES, LedgerObjects::entry, LedgerObjects::entry));
    }
}
