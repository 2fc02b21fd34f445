package dev.cdm.consent;

import com.google.common.collect.ImmutableList;
import dev.cdm.consent.ledger.ConsentHistory;
import dev.cdm.consent.ledger.ConsentLedger;
import dev.cdm.consent.policy.ConsentQuery;
import dev.cdm.consent.policy.Decision;
import dev.cdm.consent.policy.PolicyEngine;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.permission.LinkGate;
import dev.cdm.core.permission.Permission;
import dev.cdm.core.storage.UnitOfWork;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Links two records only if each person's events, taken alone, allow it. */
final class ConsentLinkGate implements LinkGate {

    private final InstantSource clock;
    private final PolicyEngine engine;
    private final @Nullable PurposeId purpose;

    ConsentLinkGate(InstantSource clock, PolicyEngine engine, @Nullable PurposeId purpose) {
        this.clock = clock;
        this.engine = engine;
        this.purpose = purpose;
    }

    @Override
    public Permission mayLink(RecordId first, RecordId second, UnitOfWork work) {
        return objection(first, work)
                .or(() -> objection(second, work))
                .map(Permission::refuse)
                .orElse(Permission.grant());
    }

    private Optional<String> objection(RecordId record, UnitOfWork work) {
        ConsentHistory history = ConsentLedger.in(work).history(ImmutableList.of(record));
        if (purpose == null) {
            return history.restricted(clock.instant()) ? Optional.of("RESTRICTED") : Optional.empty();
        }
        Decision decision = engine.decide(
                ConsentQuery.about(record.text(), purpose, clock.instant()).build(), history);
        return decision.permitted()
                ? Optional.empty()
                : Optional.of(decision.reason().name());
    }
}
