package dev.cdm.core.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cdm.core.model.AttributeKey;
import dev.cdm.core.model.IdentifierType;
import dev.cdm.core.value.SealedText;
import dev.cdm.core.value.TextValue;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardSchemaTest {

    private static final ProfileSchema SCHEMA = StandardSchema.schema();

    @ParameterizedTest
    @CsvSource({
        "sector, industry, ''",
        "業種, industry, ''",
        "Line of Business, industry, ''",
        "FirstName, name, given",
        "ｅ－ｍａｉｌ, email, ''",
        "E-Mail, email, ''",
        "Date of Birth, birth_date, ''",
        "ﾌﾘｶﾞﾅ, name, kana",
        "Mailing Postal Code, address, postcode",
        "郵便番号, address, postcode",
        "Account Name, affiliation, organization",
        "会員番号, loyalty_number, ''"
    })
    void manySourceNamesLandInOneField(String field, String attribute, String part) {
        FieldTarget target = SCHEMA.target(field).orElseThrow();
        assertThat(target.key().name()).isEqualTo(attribute);
        assertThat(target.part()).isEqualTo(part);
    }

    @Test
    void everyCategoryHasAttributes() {
        Set<DataCategory> categories = SCHEMA.definitions().stream()
                .map(AttributeDefinition::category)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DataCategory.class)));
        assertThat(categories).containsExactlyInAnyOrder(DataCategory.values());
    }

    @Test
    void sealedTextsAreRestrictedAndNothingElseIs() {
        SCHEMA.definitions()
                .forEach(definition -> assertThat(definition.sensitivity() == Sensitivity.RESTRICTED)
                        .isEqualTo(definition.key().type() == SealedText.class));
        assertThat(SCHEMA.definition("passport_number")).isPresent();
    }

    @Test
    void contactPointsIdentifyAndAreMany() {
        AttributeDefinition<?> email = SCHEMA.definition(StandardSchema.EMAIL);
        assertThat(email.cardinality()).isEqualTo(Cardinality.MANY);
        assertThat(email.identifierType()).contains(IdentifierType.EMAIL);
        assertThat(SCHEMA.definition(StandardSchema.BIRTH_DATE).cardinality()).isEqualTo(Cardinality.ONE);
        assertThat(email.toBuilder().build()).hasToString("AttributeDefinition[email IDENTITY PERSONAL]");
    }

    @Test
    void aHostAddsItsOwnAttributes() {
        AttributeKey<TextValue> shoe = new AttributeKey<>("shoe_size", TextValue.class);
        ProfileSchema own = SCHEMA.toBuilder()
                .attribute(AttributeDefinition.builder(shoe, DataCategory.DESCRIPTIVE)
                        .sensitivity(Sensitivity.NON_PERSONAL)
                        .description("size of shoes")
                        .codeList("eu")
                        .aliases("靴のサイズ")
                        .build())
                .build();
        assertThat(own.target("靴のサイズ")).map(target -> target.key().name()).contains("shoe_size");
        assertThat(own.definition(shoe).description()).isEqualTo("size of shoes");
        assertThat(own.definition(shoe).codeList()).isEqualTo("eu");
        assertThat(own.definitions()).hasSize(SCHEMA.definitions().size() + 1);
        assertThat(own).hasToString("ProfileSchema[" + own.definitions().size() + " attributes]");
        assertThat(SCHEMA.target("靴のサイズ")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> SCHEMA.definition(shoe));
    }

    @Test
    void anAliasOfTwoAttributesIsRefused() {
        AttributeKey<TextValue> second = new AttributeKey<>("second_sector", TextValue.class);
        ProfileSchema.Builder builder = SCHEMA.toBuilder()
                .attribute(AttributeDefinition.builder(second, DataCategory.DESCRIPTIVE)
                        .aliases("Sector")
                        .build());
        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessage("`alias` must lead to one attribute, was `sector` of second_sector");
    }

    @Test
    void aRestrictedAttributeHoldsSealedTexts() {
        AttributeKey<TextValue> plain = new AttributeKey<>("card", TextValue.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttributeDefinition.builder(plain, DataCategory.IDENTITY)
                        .sensitivity(Sensitivity.RESTRICTED)
                        .build());
    }
}
