package dev.cdm.consent.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cdm.consent.recipient.Recipient.Role;
import dev.cdm.core.model.RecipientId;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecipientsTest {

    private final Recipient mailer = new Recipient(new RecipientId("mailer"), "Mail provider", "IE", Role.PROCESSOR);

    @Test
    void recipientsAreFoundById() {
        Recipients recipients = Recipients.of(List.of(mailer));
        assertThat(recipients.find(mailer.id())).contains(mailer);
        assertThat(recipients.find(new RecipientId("broker"))).isEmpty();
        assertThat(recipients.all()).containsExactly(mailer);
    }

    @Test
    void anIdComesOnceAndANameIsNeeded() {
        assertThatThrownBy(() -> Recipients.of(List.of(mailer, mailer))).hasMessageContaining("must differ");
        assertThatThrownBy(() -> new Recipient(mailer.id(), " ", "", Role.AUTHORITY))
                .hasMessageContaining("`name`");
    }
}
