package dev.cdm.consent;

import com.google.common.collect.ImmutableList;
import dev.cdm.consent.ledger.ConsentLedger;
import dev.cdm.consent.ledger.DoubleOptIn;
import dev.cdm.consent.recipient.DisclosureLog;
import dev.cdm.consent.suppression.SuppressionList;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.Kinds;
import java.util.List;

/** The kinds of facts that this module keeps. */
public final class ConsentKinds implements Kinds {

    /** For the service loader. */
    public ConsentKinds() {}

    @Override
    public List<Kind<?>> all() {
        return ImmutableList.of(
                ConsentLedger.EVENTS,
                ConsentLedger.HEADS,
                ConsentLedger.SEALS,
                ConsentLedger.GUARDIANS,
                DoubleOptIn.PENDING,
                DisclosureLog.ENTRIES,
                SuppressionList.ENTRIES);
    }
}
