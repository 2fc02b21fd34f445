package dev.cdm.core.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cdm.core.model.RecordId;
import dev.cdm.core.schema.DataCategory;
import dev.cdm.core.value.CodeValue;
import dev.cdm.core.value.Money;
import dev.cdm.core.value.NumberValue;
import dev.cdm.core.value.TextValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventTest {

    private static final RecordId ANN = new RecordId("shop", "c-88");
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:30:00Z");
    private static final Money PRICE = new Money(new BigDecimal("12.50"), Currency.getInstance("EUR"));

    private static Event.Builder order() {
        return Event.builder(ANN, StandardEvents.ORDER_PLACED, MONDAY, MONDAY.plusSeconds(5))
                .channel("web")
                .property(EventProperties.AMOUNT, PRICE)
                .property("coupon", new TextValue("SPRING"));
    }

    @Test
    void tellsWhatHappened() {
        Event event = order().build();
        assertThat(event.is(StandardEvents.ORDER_PLACED)).isTrue();
        assertThat(event.is(StandardEvents.ORDER_CANCELLED)).isFalse();
        assertThat(event.type()).isEqualTo("order_placed");
        assertThat(event.category()).isEqualTo(DataCategory.BEHAVIOURAL);
        assertThat(event.channel()).isEqualTo("web");
        assertThat(event.value(EventProperties.AMOUNT)).contains(PRICE);
        assertThat(event.properties()).containsOnlyKeys("amount", "coupon");
    }

    @Test
    void aPropertyOfAnotherTypeIsNotThere() {
        Event event = order().property("score", new TextValue("nine")).build();
        assertThat(event.value(EventProperties.SCORE)).isEmpty();
        assertThat(event.value(EventProperties.CASE)).isEmpty();
    }

    @Test
    void theSameEventReceivedAgainHasTheSameId() {
        Event again = Event.builder(ANN, StandardEvents.ORDER_PLACED, MONDAY, MONDAY.plusSeconds(86_400))
                .property("coupon", new TextValue("SPRING"))
                .property(EventProperties.AMOUNT, PRICE)
                .channel("web")
                .build();
        assertThat(again.id()).isEqualTo(order().build().id()).hasSize(46);
        assertThat(again).isNotEqualTo(order().build());
        assertThat(order().build()).isEqualTo(order().build()).hasSameHashCodeAs(order().build());
    }

    @Test
    void everyPartOfTheContentIsInTheId() {
        Event.Builder elsewhere =
                Event.builder(new RecordId("shop", "c-89"), StandardEvents.ORDER_PLACED, MONDAY, MONDAY.plusSeconds(5));
        Event.Builder other = Event.builder(ANN, StandardEvents.ORDER_CANCELLED, MONDAY, MONDAY);
        Event.Builder later = Event.builder(ANN, StandardEvents.ORDER_PLACED, MONDAY.plusNanos(1), MONDAY);
        Event.Builder plain = Event.builder(ANN, StandardEvents.ORDER_PLACED, MONDAY, MONDAY);
        List<Event> events = List.of(
                plain.build(),
                elsewhere.build(),
                other.build(),
                later.build(),
                order().build(),
                order().channel("app").build(),
                order().reference("m-1").build(),
                order().property("coupon", new TextValue("AUTUMN")).build(),
                order().property("coupon", new CodeValue("SPRING")).build(),
                order().property("n", new NumberValue(BigDecimal.ONE)).build());
        assertThat(events).extracting(Event::id).doesNotHaveDuplicates();
    }

    @Test
    void showsNoValueInItsText() {
        assertThat(order().build())
                .hasToString("Event[order_placed of shop/c-88 at 2026-03-02T09:30:00Z [amount, coupon]]");
    }

    @Test
    void refusesWhatCannotBeSortedOrStored() {
        Instant early = Instant.parse("0000-12-31T23:59:59.999999999Z");
        Instant late = Instant.parse("+10000-01-01T00:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Event.builder(ANN, StandardEvents.LIKED, early, MONDAY))
                .withMessage("`occurredAt` must lie in the years 1 to 9999");
        assertThatIllegalArgumentException().isThrownBy(() -> Event.builder(ANN, StandardEvents.LIKED, late, MONDAY));
        assertThatIllegalArgumentException().isThrownBy(() -> order().channel("a\0"));
        assertThatIllegalArgumentException().isThrownBy(() -> order().reference("\ud83d"));
        assertThatIllegalArgumentException().isThrownBy(() -> order().property(" ", PRICE));
        assertThatIllegalArgumentException().isThrownBy(() -> order().property("x".repeat(201), PRICE));
    }

    @Test
    void theCatalogueKnowsEveryStandardTypeOnceAndTakesMore() {
        EventType tasting = new EventType("wine_tasted", DataCategory.BEHAVIOURAL, "A wine was tasted.");
        EventCatalogue standard = EventCatalogue.standard();
        EventCatalogue more = standard.with(List.of(tasting, StandardEvents.LIKED));
        assertThat(standard.types()).hasSize(58).extracting(EventType::name).doesNotHaveDuplicates();
        assertThat(standard.type("wine_tasted")).isEmpty();
        assertThat(more.type("wine_tasted")).contains(tasting);
        assertThat(more.types()).hasSize(59);
        assertThat(more).hasToString("EventCatalogue[59 types]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> more.with(List.of(new EventType("wine_tasted", DataCategory.INTERACTION, ""))))
                .withMessage("`more` must have new names, was `wine_tasted`");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EventType("x".repeat(101), DataCategory.IDENTITY, ""));
    }
}
