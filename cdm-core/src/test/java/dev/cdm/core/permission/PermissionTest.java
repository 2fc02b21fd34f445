package dev.cdm.core.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.PurposeId;
import org.junit.jupiter.api.Test;

class PermissionTest {

    @Test
    void aRefusalHasAReason() {
        assertThat(Permission.refuse("OBJECTED").granted()).isFalse();
        assertThat(Permission.grant().reason()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Permission.refuse(" "));
    }

    @Test
    void aUseByTheHostHasNoRecipient() {
        UseGate.Use use = UseGate.Use.byHost(new ProfileId("p"), "email", new PurposeId("marketing"));
        assertThat(use.recipientId()).isEmpty();
        UseGate.Use shown = new UseGate.Use(use.profile(), "email", use.purpose(), "agency");
        assertThat(shown.recipientId()).map(Object::toString).contains("agency");
    }
}
