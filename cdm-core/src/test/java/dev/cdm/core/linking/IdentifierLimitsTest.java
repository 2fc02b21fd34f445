package dev.cdm.core.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cdm.core.linking.Behaviour.Frequency;
import dev.cdm.core.model.Identifier;
import dev.cdm.core.model.IdentifierType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierLimitsTest {

    private static final IdentifierLimits STANDARD = IdentifierLimits.standard();

    private static Identifier identifier(String text) {
        int colon = text.indexOf(':');
        return new Identifier(new IdentifierType(text.substring(0, colon)), text.substring(colon + 1));
    }

    @ParameterizedTest
    @CsvSource({
        "user_id, true, 1, 1, 10000",
        "email, true, 5, 2, 1000",
        "loyalty_number, true, 5, 3, 100",
        "phone, true, 5, 4, 100",
        "social_account, true, 5, 5, 100",
        "anonymous_id, true, 1000, 6, 1000",
        "shoe_size, false, 2147483647, 100, 100"
    })
    void theStandardTable(String type, boolean strong, int limit, int priority, int maxRecords) {
        IdentifierRule rule = STANDARD.rule(new IdentifierType(type));
        assertThat(rule.strong()).isEqualTo(strong);
        assertThat(rule.limit().values()).isEqualTo(limit);
        assertThat(rule.priority()).isEqualTo(priority);
        assertThat(rule.maxRecords()).isEqualTo(maxRecords);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user_id:0",
                "user_id:000-000",
                "user_id:---",
                "user_id:NULL",
                "user_id:(null)",
                "user_id:N/A",
                "user_id:NaN",
                "user_id:-1",
                "user_id:Unknown",
                "user_id: undefined ",
                "anonymous_id:ANONYMOUS",
                "phone:+0000000",
                "email:noreply@example.com",
                "email:No-Reply@example.org",
                "email:do_not_reply@example.com",
                "email:test@example.com",
                "email:ada@test.de",
                "email:ada@host.invalid",
                "email:ada@localhost",
                "email:test+1@example.com",
                "email:null@example.com",
                "social_account:x:null",
                "email:MAILER-DAEMON@example.com"
            })
    void valuesThatMeanNobody(String identifier) {
        assertThat(STANDARD.blocks(identifier(identifier))).isTrue();
        assertThat(STANDARD.links(identifier(identifier))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user_id:1",
                "user_id:testa",
                "user_id:10",
                "email:nora.eply@example.com",
                "email:testa@example.com",
                "phone:+4930123456",
                "social_account:x:nullable",
                "email:info@example.com"
            })
    void valuesThatMeanSomebody(String identifier) {
        assertThat(STANDARD.blocks(identifier(identifier))).isFalse();
        assertThat(STANDARD.links(identifier(identifier))).isTrue();
    }

    @Test
    void aHostAddsTypesAndBlockedValues() {
        IdentifierLimits own = STANDARD.toBuilder()
                .rule(IdentifierRule.of(new IdentifierType("tax_number"))
                        .linking()
                        .limit(1)
                        .priority(1)
                        .block("9+"))
                .block("demo.*")
                .build();
        assertThat(own.links(identifier("tax_number:123"))).isTrue();
        assertThat(own.links(identifier("tax_number:999"))).isFalse();
        assertThat(own.links(identifier("user_id:demo-7"))).isFalse();
        assertThat(own.links(identifier("email:ada@example.com"))).isTrue();
        assertThat(own.toString()).contains("tax_number");
    }

    @Test
    void badNumbersAreRefused() {
        IdentifierRule rule = IdentifierRule.of(IdentifierType.EMAIL);
        assertThatIllegalArgumentException().isThrownBy(() -> rule.limit(0)).withMessageContaining("`limit`");
        assertThatIllegalArgumentException().isThrownBy(() -> rule.priority(0)).withMessageContaining("`priority`");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.maxRecords(1))
                .withMessageContaining("`maxRecords`");
        assertThat(rule.linking().toString()).isEqualTo("IdentifierRule[email strong limit 2147483647 priority 100]");
    }

    @Test
    void limitsLikeSegmentsHaveOneUserIdAndFiveOfEveryOtherType() {
        IdentifierLimits limits = IdentifierLimits.segmentLike();
        assertThat(limits.rule(IdentifierType.USER_ID).limit()).isEqualTo(new ValueLimit(1, LimitWindow.EVER));
        assertThat(limits.rule(IdentifierType.EMAIL).limit()).isEqualTo(new ValueLimit(5, LimitWindow.EVER));
        assertThat(limits.rule(new IdentifierType("android.id")).priority()).isEqualTo(3);
        assertThat(limits.rule(IdentifierType.ANONYMOUS_ID).priority()).isEqualTo(6);
        assertThat(limits.rule(new IdentifierType("ios.push_token")).priority()).isEqualTo(11);
        assertThat(limits.links(identifier("user_id:00-0"))).isFalse();
        assertThat(limits.links(identifier("anonymous_id:Anonymous"))).isFalse();
        assertThat(limits.links(identifier("email:-1"))).isFalse();
        assertThat(limits.links(identifier("email:unknown"))).isTrue();
        assertThat(limits.links(identifier("phone:+4930123456"))).isFalse();
    }

    @Test
    void limitsLikeMParticlesHaveOneOfEachIdentifierOfALoginAndDevicesWithoutLimit() {
        IdentifierLimits limits = IdentifierLimits.mparticleLike();
        assertThat(limits.rule(IdentifierType.USER_ID).priority()).isEqualTo(1);
        assertThat(limits.rule(IdentifierType.PHONE).priority()).isEqualTo(2);
        assertThat(limits.rule(IdentifierType.EMAIL).priority()).isEqualTo(3);
        assertThat(limits.rule(IdentifierType.EMAIL).limit().values()).isEqualTo(1);
        assertThat(limits.rule(IdentifierType.ANONYMOUS_ID).isLimited()).isFalse();
        assertThat(limits.links(identifier("anonymous_id:anonymous"))).isTrue();
    }

    @Test
    void theDomainsReservedForExamplesAreBlockedOnRequest() {
        IdentifierLimits strict =
                STANDARD.toBuilder().blockReservedDomains().blockValue("Kiosk").build();
        for (String domain :
                List.of("example.com", "mail.example.org", "shop.example", "a.test", "b.invalid", "localhost")) {
            assertThat(strict.blocks(identifier("email:ada@" + domain)))
                    .as(domain)
                    .isTrue();
        }
        assertThat(strict.blocks(identifier("email:ada@counterexample.com"))).isFalse();
        assertThat(strict.blocks(identifier("user_id:KIOSK"))).isTrue();
        IdentifierLimits bare =
                IdentifierLimits.builder().blockReservedDomains().build();
        assertThat(bare.blocks(identifier("email:ada@example.net"))).isTrue();
    }

    @Test
    void onlyWhereTheRuleSaysSoUpperAndLowerCaseAreOneValue() {
        assertThat(STANDARD.compared(identifier("loyalty_number:AB-17"))).isEqualTo(identifier("loyalty_number:ab-17"));
        assertThat(STANDARD.compared(identifier("loyalty_number:ab-17"))).isEqualTo(identifier("loyalty_number:ab-17"));
        assertThat(STANDARD.compared(identifier("loyalty_number:\u0130")))
                .isEqualTo(identifier("loyalty_number:\u0130"));
        assertThat(STANDARD.compared(identifier("user_id:AB-17"))).isEqualTo(identifier("user_id:AB-17"));
    }

    @Test
    void aRuleFollowsFromBehaviour() {
        IdentifierType passport = new IdentifierType("passport");
        IdentifierRule one = IdentifierRule.of(passport, new Behaviour(Frequency.ONE, true, true));
        assertThat(one.strong()).isTrue();
        assertThat(one.limit().values()).isEqualTo(1);
        assertThat(one.maxRecords()).isEqualTo(1_000);
        IdentifierRule changing = IdentifierRule.of(passport, new Behaviour(Frequency.ONE, true, false));
        assertThat(changing.isLimited()).isFalse();
        IdentifierRule few = IdentifierRule.of(passport, new Behaviour(Frequency.FEW, false, true));
        assertThat(few.strong()).isFalse();
        assertThat(few.behaviour().stable()).isTrue();
        assertThat(STANDARD.rule(IdentifierType.USER_ID).behaviour())
                .isEqualTo(new Behaviour(Frequency.ONE, true, true));
    }

    @Test
    void theFingerprintTellsEveryPartOfARule() {
        IdentifierRule rule = IdentifierRule.of(IdentifierType.EMAIL);
        List<IdentifierRule> rules = List.of(
                rule,
                rule.linking(),
                rule.limit(3),
                rule.limit(3, LimitWindow.WEEKLY),
                rule.priority(3),
                rule.maxRecords(3),
                rule.caseless(),
                rule.block("x"),
                rule.blockValue("x"),
                rule.behaving(new Behaviour(Frequency.MANY, false, false)));
        assertThat(rules)
                .extracting(
                        some -> IdentifierLimits.builder().rule(some).build().fingerprint())
                .doesNotHaveDuplicates();
    }
}
