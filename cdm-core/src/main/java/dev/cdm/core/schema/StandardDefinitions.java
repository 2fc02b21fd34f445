package dev.cdm.core.schema;

import static dev.cdm.core.schema.DataCategory.ATTITUDINAL;
import static dev.cdm.core.schema.DataCategory.BEHAVIOURAL;
import static dev.cdm.core.schema.DataCategory.DESCRIPTIVE;
import static dev.cdm.core.schema.DataCategory.IDENTITY;
import static dev.cdm.core.schema.DataCategory.INTERACTION;

import dev.cdm.core.model.AttributeKey;
import dev.cdm.core.model.IdentifierType;
import dev.cdm.core.value.AttributeValue;
import java.util.List;

/** The table behind the standard schema: categories, sensitivities and field names. */
final class StandardDefinitions {

    private StandardDefinitions() {}

    static ProfileSchema schema() {
        ProfileSchema.Builder schema = ProfileSchema.builder();
        List.of(
                        contact(),
                        identity(),
                        restricted(),
                        descriptive(),
                        demographic(),
                        interaction(),
                        behaviour(),
                        attitude())
                .forEach(definitions -> definitions.forEach(schema::attribute));
        return schema.build();
    }

    private static <V extends AttributeValue> AttributeDefinitionBuilder<V> define(
            AttributeKey<V> key, DataCategory category) {
        return AttributeDefinition.builder(key, category);
    }

    private static List<AttributeDefinition<?>> contact() {
        return List.of(
                define(StandardSchema.NAME, IDENTITY)
                        .aliases("full name", "氏名", "お名前", "名前", "display name", "FN")
                        .part("family", "", "family name", "last name", "surname", "姓", "苗字")
                        .part("given", "", "given name", "first name", "forename", "名")
                        .part("middle", "", "middle name", "additional name")
                        .part("prefix", "", "salutation", "honorific prefix", "name prefix")
                        .part("suffix", "", "honorific suffix", "name suffix")
                        .part("kana", "", "kana", "name kana", "フリガナ", "ふりがな", "カナ", "氏名カナ")
                        .part("familyKana", "", "family name kana", "last name kana", "セイ", "姓カナ")
                        .part("givenKana", "", "given name kana", "first name kana", "メイ", "名カナ")
                        .part("latin", "", "romaji", "name romaji", "latin name", "ローマ字")
                        .build(),
                define(StandardSchema.EMAIL, IDENTITY)
                        .many()
                        .identifies(IdentifierType.EMAIL)
                        .aliases("e-mail", "mail", "email address", "mail address", "メール", "メールアドレス", "Eメール")
                        .build(),
                define(StandardSchema.PHONE, IDENTITY)
                        .many()
                        .identifies(IdentifierType.PHONE)
                        .aliases("phone number", "tel", "telephone", "mobile", "mobile phone", "mobile number")
                        .aliases("電話", "電話番号", "携帯", "携帯電話", "cell", "home phone", "work phone")
                        .build(),
                address().build());
    }

    private static AttributeDefinitionBuilder<?> address() {
        AttributeDefinitionBuilder<?> address = define(StandardSchema.ADDRESS, IDENTITY)
                .many()
                .aliases("postal address", "mailing address", "住所", "full address", "ADR")
                .part("postcode", "", "郵便番号", "postcode", "zip", "zip code", "postal code")
                .part("region", "", "都道府県", "region", "state", "province", "prefecture", "county")
                .part("city", "", "市区町村", "city", "town", "locality")
                .part("street", "", "番地", "street", "street address", "address line 1", "address1")
                .part("extra", "", "建物名", "address line 2", "address2", "building");
        for (String group : List.of("mailing", "shipping", "billing", "other")) {
            address.part("street", group, group + " street")
                    .part("city", group, group + " city")
                    .part("region", group, group + " state", group + " region")
                    .part("postcode", group, group + " postal code", group + " postcode", group + " zip")
                    .part("country", group, group + " country");
        }
        return address;
    }

    private static List<AttributeDefinition<?>> identity() {
        return List.of(
                define(StandardSchema.BIRTH_DATE, IDENTITY)
                        .aliases("birthday", "birthdate", "date of birth", "dob", "BDAY", "生年月日", "誕生日")
                        .build(),
                define(StandardSchema.GENDER, IDENTITY)
                        .codeList("gender")
                        .aliases("sex", "性別", "gender identity")
                        .build(),
                define(StandardSchema.SOCIAL_ACCOUNT, IDENTITY)
                        .many()
                        .identifies(IdentifierType.SOCIAL_ACCOUNT)
                        .aliases("social", "social profile")
                        .build(),
                define(StandardSchema.LOYALTY_NUMBER, IDENTITY)
                        .identifies(IdentifierType.LOYALTY_NUMBER)
                        .aliases("loyalty no", "loyalty id", "member no", "member number", "会員番号")
                        .build(),
                define(StandardSchema.USER_ID, IDENTITY)
                        .identifies(IdentifierType.USER_ID)
                        .build(),
                define(StandardSchema.ANONYMOUS_ID, IDENTITY)
                        .many()
                        .identifies(IdentifierType.ANONYMOUS_ID)
                        .build());
    }

    private static List<AttributeDefinition<?>> restricted() {
        return List.of(
                define(StandardSchema.LOGIN_NAME, IDENTITY)
                        .aliases("login", "username")
                        .build(),
                define(StandardSchema.PASSPORT_NUMBER, IDENTITY)
                        .aliases("passport", "passport no", "旅券番号")
                        .build(),
                define(StandardSchema.DRIVING_LICENCE_NUMBER, IDENTITY)
                        .aliases("driving licence", "driving license", "drivers license", "運転免許証番号")
                        .build(),
                define(StandardSchema.NATIONAL_ID, IDENTITY)
                        .aliases("national id", "ssn", "social security number", "マイナンバー", "個人番号")
                        .build(),
                define(StandardSchema.BANK_ACCOUNT, IDENTITY)
                        .aliases("bank account number", "iban", "card number", "口座番号")
                        .build());
    }

    private static List<AttributeDefinition<?>> descriptive() {
        return List.of(
                define(StandardSchema.AFFILIATION, DESCRIPTIVE)
                        .many()
                        .part("organization", "", "company", "organization", "organisation", "employer", "account name")
                        .part("organization", "", "会社", "会社名", "company name")
                        .part("title", "", "title", "job title", "role", "役職")
                        .part("department", "", "department", "部署")
                        .build(),
                define(StandardSchema.INDUSTRY, DESCRIPTIVE)
                        .sensitivity(Sensitivity.NON_PERSONAL)
                        .aliases("sector", "line of business", "業種", "業界")
                        .build(),
                define(StandardSchema.ANNUAL_REVENUE, DESCRIPTIVE)
                        .sensitivity(Sensitivity.NON_PERSONAL)
                        .aliases("revenue of company", "年商")
                        .build(),
                define(StandardSchema.EMPLOYEE_COUNT, DESCRIPTIVE)
                        .sensitivity(Sensitivity.NON_PERSONAL)
                        .aliases("employees", "number of employees", "従業員数")
                        .build(),
                define(StandardSchema.WEBSITE, DESCRIPTIVE)
                        .many()
                        .aliases("url", "web site", "homepage")
                        .build(),
                define(StandardSchema.AVATAR, DESCRIPTIVE)
                        .aliases("photo", "picture")
                        .build(),
                define(StandardSchema.INTEREST, DESCRIPTIVE)
                        .many()
                        .aliases("interests", "brand followed", "brands followed", "興味")
                        .build(),
                define(StandardSchema.HOBBY, DESCRIPTIVE)
                        .many()
                        .aliases("hobbies", "趣味")
                        .build(),
                define(StandardSchema.PSYCHOGRAPHIC_GROUP, DESCRIPTIVE)
                        .many()
                        .aliases("psychographics")
                        .build(),
                define(StandardSchema.PREFERENCE, DESCRIPTIVE)
                        .many()
                        .aliases("preferences")
                        .build(),
                define(StandardSchema.DESCRIPTION, DESCRIPTIVE)
                        .aliases("note", "notes", "備考")
                        .build(),
                define(StandardSchema.SIGNED_UP_AT, DESCRIPTIVE)
                        .aliases("created at", "created date", "registered at", "sign up date", "登録日")
                        .build());
    }

    private static List<AttributeDefinition<?>> demographic() {
        return List.of(
                define(StandardSchema.INCOME, DESCRIPTIVE)
                        .aliases("income band", "年収")
                        .build(),
                define(StandardSchema.AGE, DESCRIPTIVE).aliases("年齢").build(),
                define(StandardSchema.MARITAL_STATUS, DESCRIPTIVE)
                        .codeList("marital")
                        .aliases("婚姻状況")
                        .build(),
                define(StandardSchema.EDUCATION, DESCRIPTIVE)
                        .codeList("education")
                        .aliases("学歴")
                        .build(),
                define(StandardSchema.COUNTRY, DESCRIPTIVE)
                        .codeList("iso-3166-1")
                        .aliases("country code", "country name", "国", "country of residence")
                        .build(),
                define(StandardSchema.LANGUAGE, DESCRIPTIVE)
                        .codeList("bcp-47")
                        .aliases("locale", "preferred language", "言語")
                        .build(),
                define(StandardSchema.CURRENCY, DESCRIPTIVE)
                        .codeList("iso-4217")
                        .aliases("currency code", "通貨")
                        .build(),
                define(StandardSchema.TIME_ZONE, DESCRIPTIVE)
                        .codeList("tz")
                        .aliases("timezone")
                        .build());
    }

    private static List<AttributeDefinition<?>> interaction() {
        return List.of(
                define(StandardSchema.CONVERTED_AT, INTERACTION)
                        .aliases("conversion date")
                        .build(),
                define(StandardSchema.LAST_CONTACTED_AT, INTERACTION)
                        .aliases("last contact", "最終連絡日")
                        .build(),
                define(StandardSchema.LAST_CONTACTED_BY, INTERACTION).build(),
                define(StandardSchema.PREFERRED_CHANNEL, INTERACTION)
                        .codeList("channel")
                        .build(),
                define(StandardSchema.LIFECYCLE_STAGE, INTERACTION)
                        .codeList("lifecycle")
                        .aliases("lead status", "stage")
                        .build());
    }

    private static List<AttributeDefinition<?>> behaviour() {
        return List.of(
                define(StandardSchema.ORDER_COUNT, BEHAVIOURAL)
                        .aliases("orders", "number of orders")
                        .build(),
                define(StandardSchema.TOTAL_SPENT, BEHAVIOURAL)
                        .aliases("lifetime spend")
                        .build(),
                define(StandardSchema.AVERAGE_ORDER_VALUE, BEHAVIOURAL)
                        .aliases("aov")
                        .build(),
                define(StandardSchema.LAST_LOGIN_AT, BEHAVIOURAL)
                        .aliases("last login")
                        .build(),
                define(StandardSchema.PLAN, BEHAVIOURAL).build(),
                define(StandardSchema.CHURNED, BEHAVIOURAL).build());
    }

    private static List<AttributeDefinition<?>> attitude() {
        return List.of(
                define(StandardSchema.NPS_SCORE, ATTITUDINAL).aliases("nps").build(),
                define(StandardSchema.SATISFACTION, ATTITUDINAL).aliases("csat").build(),
                define(StandardSchema.FEEDBACK, ATTITUDINAL)
                        .many()
                        .aliases("comment", "review")
                        .build(),
                define(StandardSchema.MOTIVE, ATTITUDINAL)
                        .many()
                        .aliases("purchase criteria", "challenge")
                        .build(),
                define(StandardSchema.TAG, ATTITUDINAL)
                        .many()
                        .aliases("tags", "label", "labels", "タグ")
                        .build());
    }
}
