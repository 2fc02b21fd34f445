package dev.cdm.consent;

import dev.cdm.consent.policy.ConsentQuery;
import dev.cdm.consent.view.ViewMaker;
import dev.cdm.core.permission.Permission;
import dev.cdm.core.permission.UseGate;
import dev.cdm.core.schema.ProfileSchema;
import dev.cdm.core.storage.UnitOfWork;

/** Answers the core's questions about one attribute as a view would. */
final class ConsentUseGate implements UseGate {

    private final Consents consents;
    private final ProfileSchema schema;

    ConsentUseGate(Consents consents, ProfileSchema schema) {
        this.consents = consents;
        this.schema = schema;
    }

    @Override
    public Permission mayUse(Use use, UnitOfWork work) {
        ConsentQuery.Builder query = consents.ask(use.profile(), use.purpose());
        use.recipientId().ifPresent(query::recipient);
        return new ViewMaker(consents.purposes(), schema, consents.answers(work)::decide)
                .objection(use.attribute(), query.build())
                .map(reason -> Permission.refuse(reason.name()))
                .orElse(Permission.grant());
    }
}
