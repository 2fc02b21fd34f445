package dev.cdm.consent.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.consent.ledger.EventKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The rank of a code says what is reported, not the place at which it is declared. */
class ReasonTest {

    private static final List<Reason> ALL = List.of(Reason.values());

    @Test
    void everyCodeHasARankOfItsOwn() {
        assertThat(ALL.stream().map(Reason::rank)).doesNotHaveDuplicates().allMatch(rank -> rank > 0);
    }

    @Test
    void theCodeOfTheLowestRankIsReported() {
        assertThat(Reason.WITHDRAWN.before(Reason.OBJECTED)).isEqualTo(Reason.OBJECTED);
        assertThat(Reason.OBJECTED.before(Reason.WITHDRAWN)).isEqualTo(Reason.OBJECTED);
        assertThat(Reason.EXPIRED.before(Reason.EXPIRED)).isEqualTo(Reason.EXPIRED);
    }

    @Test
    void whatForbidsComesBeforeWhatAConsentLacksAndSuppressionLast() {
        for (EventKind kind : EventKind.values()) {
            if (kind.denies() && kind != EventKind.EXPIRED) {
                assertThat(Reason.of(kind).rank()).isLessThan(Reason.GUARDIAN_REQUIRED.rank());
                assertThat(Reason.of(kind).rank()).isGreaterThan(Reason.FORBIDDEN.rank());
            }
        }
        assertThat(ALL).allMatch(reason -> reason.rank() <= Reason.SUPPRESSED.rank());
    }

    @Test
    void everyCodeHasATemplateInBothLanguages() {
        assertThat(Arrays.stream(Reason.values()))
                .allSatisfy(reason -> assertThat(reason.template(Locale.JAPANESE))
                        .isNotBlank()
                        .isNotEqualTo(reason.template(Locale.ENGLISH)));
    }
}
