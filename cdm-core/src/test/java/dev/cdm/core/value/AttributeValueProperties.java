package dev.cdm.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.core.internal.CodePoints;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AttributeValueProperties {

    @Property(tries = 500)
    void noValueShowsItsContentInToString(@ForAll("values") AttributeValue value) {
        String type = value.getClass().getSimpleName();
        assertThat(value.toString()).isEqualTo(type + "[…]");
    }

    @Property(tries = 500)
    void canonicalTextsAreStorableAndNotBlank(@ForAll("values") AttributeValue value) {
        assertThat(value.canonicalText()).isNotBlank();
        assertThat(CodePoints.storable(value.canonicalText())).isTrue();
    }

    @Property(tries = 500)
    void valuesOfATypeAreEqualExactlyIfTheirCanonicalTextsAre(
            @ForAll("values") AttributeValue first, @ForAll("values") AttributeValue second) {
        if (first.getClass() == second.getClass()) {
            boolean same = first.canonicalText().equals(second.canonicalText());
            assertThat(first.equals(second)).isEqualTo(same);
            assertThat(!same || first.hashCode() == second.hashCode()).isTrue();
        }
    }

    @Property(tries = 300)
    void aNameIsReadBackFromItsCanonicalText(@ForAll("names") PersonName name) {
        assertThat(PersonName.parse(name.canonicalText())).isEqualTo(name);
        assertThat(name.toBuilder().build()).isEqualTo(name);
    }

    @Property(tries = 300)
    void anAddressIsReadBackFromItsCanonicalText(@ForAll("addresses") PostalAddress address) {
        assertThat(PostalAddress.parse(address.canonicalText())).isEqualTo(address);
        assertThat(address.toBuilder().build()).isEqualTo(address);
    }

    @Property(tries = 300)
    void anInterestNeverGrowsWithTime(
            @ForAll("instants") Instant seen,
            @ForAll("halfLives") Duration halfLife,
            @ForAll("halfLives") Duration age) {
        Interest interest = new Interest("hiking", 0.8, seen);
        double before = interest.weightAt(seen.plus(age), halfLife);
        double later = interest.weightAt(seen.plus(age).plus(halfLife), halfLife);
        assertThat(before).isLessThanOrEqualTo(0.8);
        assertThat(later).isLessThanOrEqualTo(before);
        assertThat(interest.weightAt(seen.minus(age), halfLife)).isEqualTo(0.8);
    }

    @Provide
    Arbitrary<AttributeValue> values() {
        return Values.all();
    }

    @Provide
    Arbitrary<PersonName> names() {
        return Values.names();
    }

    @Provide
    Arbitrary<PostalAddress> addresses() {
        return Values.addresses();
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Values.instants();
    }

    @Provide
    Arbitrary<Duration> halfLives() {
        return Values.halfLives();
    }
}
