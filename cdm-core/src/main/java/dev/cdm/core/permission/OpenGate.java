package dev.cdm.core.permission;

import dev.cdm.core.model.RecordId;
import dev.cdm.core.storage.UnitOfWork;
import java.util.Set;

/** The gate that refuses nothing, so that nobody needs to ask it. */
enum OpenGate implements LinkGate {
    OPEN;

    @Override
    public Permission mayLink(RecordId first, RecordId second, UnitOfWork work) {
        return Permission.grant();
    }

    @Override
    public Set<RecordId> restricted(Set<RecordId> records, UnitOfWork work) {
        return Set.of();
    }
}
