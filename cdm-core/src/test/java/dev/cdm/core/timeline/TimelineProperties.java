package dev.cdm.core.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.core.internal.CodePoints;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.storage.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class TimelineProperties {

    private static final List<RecordId> PEOPLE =
            List.of(new RecordId("crm", "1"), new RecordId("web", "ｶﾅ"), new RecordId("web", "😀"));
    private static final Instant START = Instant.parse("1969-12-31T23:59:59.999999990Z");

    @Property(tries = 150)
    void pagesGiveEveryEventOnceInTheOrderOfTimeThenId(
            @ForAll("events") List<Event> events, @ForAll @IntRange(min = 1, max = 7) int limit) {
        Timeline timeline = Timeline.in(new EventsInMemory(2));
        timeline.append(events);
        List<RecordId> asked = PEOPLE.subList(1, 3);
        TimelineQuery query = TimelineQuery.all().limit(limit).from(START.plusNanos(5));
        List<Event> expected = events.stream()
                .distinct()
                .filter(event -> asked.contains(event.recordId()))
                .filter(event -> !event.occurredAt().isBefore(START.plusNanos(5)))
                .sorted(Comparator.comparing(Event::occurredAt).thenComparing(Event::id, CodePoints.ORDER))
                .toList();
        List<Event> read = new ArrayList<>();
        Page<Event> page = timeline.read(asked, query);
        read.addAll(page.items());
        while (!page.last()) {
            page = timeline.read(asked, query.after(page.next()));
            assertThat(page.items()).isNotEmpty();
            read.addAll(page.items());
        }
        assertThat(read).isEqualTo(expected);
    }

    @Property(tries = 200)
    void idsSortAsTimesDo(@ForAll("times") Instant first, @ForAll("times") Instant second) {
        Event a =
                Event.builder(PEOPLE.get(0), StandardEvents.LIKED, first, START).build();
        Event b = Event.builder(PEOPLE.get(0), StandardEvents.LIKED, second, START)
                .build();
        assertThat(Integer.signum(CodePoints.compare(a.id(), b.id())))
                .isEqualTo(Integer.signum(first.compareTo(second)));
    }

    @Provide
    Arbitrary<List<Event>> events() {
        return Combinators.combine(
                        Arbitraries.of(PEOPLE),
                        Arbitraries.of(StandardEvents.PAGE_VIEWED, StandardEvents.ORDER_PLACED),
                        Arbitraries.integers().between(0, 20))
                .as((who, type, nanos) ->
                        Event.builder(who, type, START.plusNanos(nanos), START).build())
                .list()
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<Instant> times() {
        Instant first = Instant.parse("0001-01-01T00:00:00Z");
        Instant last = Instant.parse("9999-12-31T23:59:59.999999999Z");
        return Combinators.combine(
                        Arbitraries.longs().between(first.getEpochSecond(), last.getEpochSecond()),
                        Arbitraries.integers().between(0, 999_999_999))
                .as(Instant::ofEpochSecond);
    }
}
