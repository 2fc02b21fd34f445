package dev.cdm.core;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cdm.core.audit.ErasureReceipt;
import dev.cdm.core.identity.IdentityKinds;
import dev.cdm.core.ingest.Quarantine;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.Kinds;
import dev.cdm.core.timeline.Timeline;
import java.util.Collection;
import java.util.List;
import java.util.ServiceLoader;

/** The kinds of this module, and those of the others that are there. */
final class CoreKinds implements Kinds {

    private static final ImmutableList<Kind<?>> ALL = ImmutableList.<Kind<?>>builder()
            .addAll(new IdentityKinds().all())
            .addAll(new Timeline.Stored().all())
            .addAll(new Quarantine.Stored().all())
            .addAll(new ErasureReceipt.Stored().all())
            .build();

    @Override
    public List<Kind<?>> all() {
        return ALL;
    }

    /** Ours first, then what the service loader finds, then what was handed over; each once. */
    static ImmutableList<Kind<?>> with(Collection<Kinds> more) {
        ImmutableSet.Builder<Kind<?>> kinds = ImmutableSet.builder();
        kinds.addAll(ALL);
        ServiceLoader.load(Kinds.class).forEach(found -> kinds.addAll(found.all()));
        more.forEach(given -> kinds.addAll(given.all()));
        return kinds.build().asList();
    }
}
