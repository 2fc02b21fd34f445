package dev.cdm.core;

import dev.cdm.core.json.PersonExport;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.profile.Profile;
import dev.cdm.core.storage.Page;
import dev.cdm.core.storage.UnitOfWork;
import dev.cdm.core.timeline.Event;
import dev.cdm.core.timeline.Timeline;
import dev.cdm.core.timeline.TimelineQuery;
import java.util.ArrayList;
import java.util.List;

/** A person as JSON, inside one unit of work. */
final class Export {

    private static final int PAGE = 1_000;

    private final Fittings fittings;
    private final UnitOfWork work;

    Export(Fittings fittings, UnitOfWork work) {
        this.fittings = fittings;
        this.work = work;
    }

    String json(ProfileId id) {
        Profile profile = fittings.profile(id, work).orElseThrow(() -> Fittings.unknown("id", id.text()));
        return PersonExport.text(profile, fittings.resolver.partition(work).records(profile.id()), events(profile));
    }

    private List<Event> events(Profile profile) {
        TimelineQuery query = TimelineQuery.all().limit(PAGE);
        Page<Event> page = Timeline.in(work).read(profile.recordIds(), query);
        List<Event> events = new ArrayList<>(page.items());
        while (!page.last()) {
            page = Timeline.in(work).read(profile.recordIds(), query.after(page.next()));
            events.addAll(page.items());
        }
        return events;
    }
}
