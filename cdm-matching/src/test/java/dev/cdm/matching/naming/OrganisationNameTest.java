package dev.cdm.matching.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganisationNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "atlas foods ltd | atlas foods",
                "atlas foods pty ltd | atlas foods",
                "the atlas foods company | atlas foods",
                "muller und sohne gmbh co kg | muller sohne",
                "atlas s a r l | atlas",
                "atlas sp z o o | atlas",
                "ooo atlas | atlas",
                "atlas co | atlas",
                "limited | limited",
                "the company | the",
                "株式会社山田商事 | 山田商事",
                "山田商事株式会社 | 山田商事",
                "株 山田商事 | 山田商事",
                "山田商事 有 | 山田商事",
                "医療法人社団 青葉会 | 青葉会",
                "株式会社 | 株式会社",
            })
    void legalFormsAreLeftOut(String folded, String core) {
        assertThat(OrganisationName.of(folded).core()).isEqualTo(core);
    }

    @Test
    void wordsAndInitialsIdentifyAName() {
        OrganisationName name = OrganisationName.of("bank of the northern isles plc");
        assertThat(name.words()).containsExactly("bank", "northern", "isles");
        assertThat(name.initials()).isEqualTo("bni");
        assertThat(OrganisationName.of("atlas ltd").initials()).isEmpty();
    }

    @Test
    void namesInScriptsWithoutBlanksHavePairsOfCharactersAsWords() {
        assertThat(OrganisationName.of("株式会社山田商事").words()).isEqualTo(List.of("山田", "田商", "商事"));
        assertThat(OrganisationName.of("青葉").words()).containsExactly("青葉");
        assertThat(OrganisationName.of("山田商事").initials()).isEmpty();
    }
}
