package dev.cdm.consent.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cdm.consent.purpose.LegalBasis;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.consent.purpose.PurposeClass;
import dev.cdm.consent.purpose.Purposes;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecipientId;
import java.time.Period;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PurposeFilesTest {

    @Test
    void aRegisterIsReadWithEveryField() {
        Purposes purposes = PurposeFiles.parse("""
                {"purposes":[
                  {"id":"contact","name":"Contact"},
                  {"id":"news","name":"News","names":{"ja":"お知らせ"},"attributes":["email"],"categories":["email"],
                   "bases":["consent","legitimate-interest"],"classes":["marketing"],"parents":["contact"],
                   "recipients":["mailer"],"retention":"P2Y","validity":"P24M","doubleOptIn":true,"inferred":true,
                   "dpv":"dpv:DirectMarketing"}]}""");
        Purpose news = purposes.find(new PurposeId("news")).orElseThrow();
        assertThat(news.name(Locale.JAPAN)).isEqualTo("お知らせ");
        assertThat(news.attributes()).containsExactly("email");
        assertThat(news.categories()).containsExactly("email");
        assertThat(news.bases()).containsExactly(LegalBasis.CONSENT, LegalBasis.LEGITIMATE_INTEREST);
        assertThat(news.classes()).containsExactly(PurposeClass.MARKETING);
        assertThat(news.parents()).containsExactly(new PurposeId("contact"));
        assertThat(news.recipients()).containsExactly(new RecipientId("mailer"));
        assertThat(news.retention()).contains(Period.ofYears(2));
        assertThat(news.validity()).contains(Period.ofMonths(24));
        assertThat(news.doubleOptIn()).isTrue();
        assertThat(news.inferred()).isTrue();
        assertThat(purposes.find(new PurposeId("contact")).map(Purpose::bases))
                .contains(Purpose.builder("x", "X").build().bases());
    }

    @Test
    void whatIsNoRegisterIsRefused() {
        assertThatThrownBy(() -> PurposeFiles.parse("{\"purposes\":[{\"name\":\"A\"}]}"))
                .hasMessageContaining("`id`");
        assertThatThrownBy(() -> PurposeFiles.parse("{\"purposes\":[{\"id\":\"a\",\"retention\":\"two\"}]}"))
                .hasMessageContaining("period");
        assertThatThrownBy(() -> PurposeFiles.parse("{\"purposes\":[{\"id\":\"a\",\"base\":[]}]}"))
                .hasMessageContaining("`base` is not known");
    }
}
