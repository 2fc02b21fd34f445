package dev.cdm.core;

import dev.cdm.core.identity.LinkEvent.Act;
import dev.cdm.core.identity.LinkVerdict;
import dev.cdm.core.identity.Partition;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.profile.MergePreview;
import dev.cdm.core.storage.UnitOfWork;

/** What stewards do, inside one unit of work. */
final class Stewards {

    private final Fittings fittings;
    private final UnitOfWork work;
    private final Partition partition;

    Stewards(Fittings fittings, UnitOfWork work) {
        this.fittings = fittings;
        this.work = work;
        this.partition = fittings.resolver.partition(work);
    }

    MergeReceipt merge(RecordId first, RecordId second, Act act) {
        ProfileId before = seen(first);
        ProfileId other = seen(second);
        LinkVerdict verdict = fittings.resolver.mustLink(first, second, act, work);
        ProfileId after = seen(first);
        boolean merged = !before.equals(other) && after.equals(seen(second));
        return new MergeReceipt(verdict, after, merged ? (after.equals(before) ? other : before) : null);
    }

    MergePreview preview(RecordId first, RecordId second) {
        ProfileId survivor = seen(first);
        ProfileId other = seen(second);
        return fittings.assembler.preview(survivor, partition.records(survivor), other, partition.records(other));
    }

    private ProfileId seen(RecordId record) {
        return partition.profileOf(record).orElseThrow(() -> Fittings.unknown("record", record.text()));
    }
}
