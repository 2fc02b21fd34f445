package dev.cdm.core.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cdm.core.model.RecordId;
import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Page;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final RecordId SHOP = new RecordId("shop", "c-88");
    private static final RecordId WEB = new RecordId("web", "anon-5f2");
    private static final RecordId STRANGER = new RecordId("web", "anon-999");
    private static final Instant START = Instant.parse("2025-12-31T23:59:59.999999998Z");

    private final EventsInMemory unit = new EventsInMemory(3);
    private final Timeline timeline = Timeline.in(unit);

    private static Event at(RecordId recordId, EventType type, long nanos) {
        return Event.builder(recordId, type, START.plusNanos(nanos), START).build();
    }

    private final Event viewed = at(WEB, StandardEvents.PAGE_VIEWED, 0);
    private final Event filled = at(WEB, StandardEvents.CART_UPDATED, 1);
    private final Event ordered = at(SHOP, StandardEvents.ORDER_PLACED, 2);
    private final Event returned = at(SHOP, StandardEvents.ORDER_REFUNDED, 3);
    private final Event other = at(STRANGER, StandardEvents.PAGE_VIEWED, 1);

    private void appendAll() {
        timeline.append(List.of(ordered, other, filled, returned, viewed));
    }

    @Test
    void readsTheEventsOfSomeRecordIdsInTheOrderOfTime() {
        appendAll();
        Page<Event> page = timeline.read(List.of(SHOP, WEB), TimelineQuery.all());
        assertThat(page.items()).containsExactly(viewed, filled, ordered, returned);
        assertThat(page.last()).isTrue();
        assertThat(timeline.read(List.of(), TimelineQuery.all()).items()).isEmpty();
    }

    @Test
    void appendsEachEventOnce() {
        assertThat(timeline.append(List.of(viewed, filled, viewed))).containsExactly(viewed.id(), filled.id());
        assertThat(timeline.append(List.of(viewed, ordered))).containsExactly(ordered.id());
    }

    @Test
    void readsPartsByTimeAndType() {
        appendAll();
        TimelineQuery query = TimelineQuery.all().from(START.plusNanos(1)).until(START.plusNanos(3));
        assertThat(timeline.read(List.of(SHOP, WEB), query).items()).containsExactly(filled, ordered);
        assertThat(timeline.read(List.of(SHOP, WEB), query.types(StandardEvents.ORDER_PLACED))
                        .items())
                .containsExactly(ordered);
        assertThat(query.from()).contains(START.plusNanos(1));
        assertThat(query.until()).contains(START.plusNanos(3));
        assertThat(query.toString()).startsWith("TimelineQuery[from 2025");
    }

    @Test
    void continuesWhereThePageEnded() {
        appendAll();
        TimelineQuery query = TimelineQuery.all().limit(3);
        Page<Event> first = timeline.read(List.of(SHOP, WEB), query);
        Page<Event> second = timeline.read(List.of(SHOP, WEB), query.after(first.next()));
        assertThat(first.items()).containsExactly(viewed, filled, ordered);
        assertThat(first.last()).isFalse();
        assertThat(second.items()).containsExactly(returned);
        assertThat(second.last()).isTrue();
    }

    @Test
    void aLaterPageDoesNotReadTheFirstAgain() {
        for (int i = 0; i < 300; i++) {
            timeline.append(List.of(at(WEB, StandardEvents.PAGE_VIEWED, i)));
        }
        Page<Event> page = timeline.read(List.of(WEB), TimelineQuery.all().limit(270));
        unit.pagesRead = 0;
        assertThat(timeline.read(List.of(WEB), TimelineQuery.all().after(page.next()))
                        .items())
                .hasSize(30);
        assertThat(unit.pagesRead).isLessThanOrEqualTo(12);
    }

    @Test
    void knowsThatNothingOfTheTypeFollows() {
        appendAll();
        Page<Event> page = timeline.read(
                List.of(WEB, SHOP),
                TimelineQuery.all().types(StandardEvents.CART_UPDATED).limit(1));
        assertThat(page.items()).containsExactly(filled);
        assertThat(page.last()).isTrue();
    }

    @Test
    void refusesAForeignCursor() {
        TimelineQuery query = TimelineQuery.all().after(new Cursor("a~b"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> timeline.read(List.of(WEB), query))
                .withMessage("`cursor` must be one that a timeline gave");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimelineQuery.all().limit(0));
    }
}
