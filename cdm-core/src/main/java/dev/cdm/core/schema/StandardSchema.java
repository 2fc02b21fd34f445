package dev.cdm.core.schema;

import dev.cdm.core.model.AttributeKey;
import dev.cdm.core.value.Affiliation;
import dev.cdm.core.value.CodeValue;
import dev.cdm.core.value.DateValue;
import dev.cdm.core.value.EmailAddress;
import dev.cdm.core.value.FlagValue;
import dev.cdm.core.value.Interest;
import dev.cdm.core.value.Money;
import dev.cdm.core.value.MoneyBand;
import dev.cdm.core.value.NumberValue;
import dev.cdm.core.value.PersonName;
import dev.cdm.core.value.PhoneNumber;
import dev.cdm.core.value.PostalAddress;
import dev.cdm.core.value.Preference;
import dev.cdm.core.value.SealedText;
import dev.cdm.core.value.SocialAccount;
import dev.cdm.core.value.Tag;
import dev.cdm.core.value.TextValue;
import dev.cdm.core.value.TimestampValue;
import dev.cdm.core.value.UriValue;

/**
 * The attributes that most hosts need, with the field names under which common systems deliver them.
 *
 * <p>Crosswalk of the main attributes:
 *
 * <table>
 * <caption>names elsewhere</caption>
 * <tr><th>attribute</th><th>Segment</th><th>Salesforce</th><th>vCard (RFC 6350)</th><th>schema.org</th></tr>
 * <tr><td>name</td><td>firstName, lastName, name</td><td>FirstName, LastName</td><td>N, FN</td><td>givenName, familyName</td></tr>
 * <tr><td>email</td><td>email</td><td>Email</td><td>EMAIL</td><td>email</td></tr>
 * <tr><td>phone</td><td>phone</td><td>Phone, MobilePhone</td><td>TEL</td><td>telephone</td></tr>
 * <tr><td>address</td><td>address</td><td>MailingStreet …</td><td>ADR</td><td>address</td></tr>
 * <tr><td>birth_date</td><td>birthday</td><td>Birthdate</td><td>BDAY</td><td>birthDate</td></tr>
 * <tr><td>gender</td><td>gender</td><td>GenderIdentity</td><td>GENDER</td><td>gender</td></tr>
 * <tr><td>affiliation</td><td>title, company</td><td>Title, Account Name</td><td>TITLE, ORG</td><td>jobTitle, worksFor</td></tr>
 * <tr><td>social_account</td><td>username</td><td></td><td>IMPP, SOCIALPROFILE</td><td>sameAs</td></tr>
 * <tr><td>website</td><td>website</td><td>Website</td><td>URL</td><td>url</td></tr>
 * <tr><td>language</td><td>context.locale</td><td>Languages</td><td>LANG</td><td>knowsLanguage</td></tr>
 * <tr><td>time_zone</td><td>context.timezone</td><td></td><td>TZ</td><td></td></tr>
 * <tr><td>signed_up_at</td><td>createdAt</td><td>CreatedDate</td><td></td><td></td></tr>
 * </table>
 */
public final class StandardSchema {

    /** The person's name, with reading and Latin form where the writing needs them. */
    public static final AttributeKey<PersonName> NAME = new AttributeKey<>("name", PersonName.class);
    /** E-mail addresses. */
    public static final AttributeKey<EmailAddress> EMAIL = new AttributeKey<>("email", EmailAddress.class);
    /** Telephone numbers, mobile ones too. */
    public static final AttributeKey<PhoneNumber> PHONE = new AttributeKey<>("phone", PhoneNumber.class);
    /** Postal addresses. */
    public static final AttributeKey<PostalAddress> ADDRESS = new AttributeKey<>("address", PostalAddress.class);
    /** The date of birth. */
    public static final AttributeKey<DateValue> BIRTH_DATE = new AttributeKey<>("birth_date", DateValue.class);
    /** The gender as stated: {@code female}, {@code male}, {@code diverse} or the host's own code. */
    public static final AttributeKey<CodeValue> GENDER = new AttributeKey<>("gender", CodeValue.class);
    /** Accounts in social networks. */
    public static final AttributeKey<SocialAccount> SOCIAL_ACCOUNT =
            new AttributeKey<>("social_account", SocialAccount.class);
    /** The number in a loyalty programme. */
    public static final AttributeKey<TextValue> LOYALTY_NUMBER = new AttributeKey<>("loyalty_number", TextValue.class);
    /** The host's own user id. */
    public static final AttributeKey<TextValue> USER_ID = new AttributeKey<>("user_id", TextValue.class);
    /** A device's or browser's id. */
    public static final AttributeKey<TextValue> ANONYMOUS_ID = new AttributeKey<>("anonymous_id", TextValue.class);
    /** A login name. */
    public static final AttributeKey<SealedText> LOGIN_NAME = new AttributeKey<>("login_name", SealedText.class);
    /** A passport number. */
    public static final AttributeKey<SealedText> PASSPORT_NUMBER =
            new AttributeKey<>("passport_number", SealedText.class);
    /** A driving-licence number. */
    public static final AttributeKey<SealedText> DRIVING_LICENCE_NUMBER =
            new AttributeKey<>("driving_licence_number", SealedText.class);
    /** A social-security or other national number. */
    public static final AttributeKey<SealedText> NATIONAL_ID = new AttributeKey<>("national_id", SealedText.class);
    /** A bank account or card number. */
    public static final AttributeKey<SealedText> BANK_ACCOUNT = new AttributeKey<>("bank_account", SealedText.class);

    /** Where somebody works or belongs, as what. */
    public static final AttributeKey<Affiliation> AFFILIATION = new AttributeKey<>("affiliation", Affiliation.class);
    /** The industry of the person's organisation. */
    public static final AttributeKey<TextValue> INDUSTRY = new AttributeKey<>("industry", TextValue.class);
    /** The annual revenue of the person's organisation. */
    public static final AttributeKey<Money> ANNUAL_REVENUE = new AttributeKey<>("annual_revenue", Money.class);
    /** The number of employees of the person's organisation. */
    public static final AttributeKey<NumberValue> EMPLOYEE_COUNT =
            new AttributeKey<>("employee_count", NumberValue.class);
    /** The income bracket. */
    public static final AttributeKey<MoneyBand> INCOME = new AttributeKey<>("income", MoneyBand.class);
    /** The age in years, where the date of birth is not known. */
    public static final AttributeKey<NumberValue> AGE = new AttributeKey<>("age", NumberValue.class);
    /** The marital status as stated. */
    public static final AttributeKey<CodeValue> MARITAL_STATUS = new AttributeKey<>("marital_status", CodeValue.class);
    /** The highest education as stated. */
    public static final AttributeKey<CodeValue> EDUCATION = new AttributeKey<>("education", CodeValue.class);
    /** The country of residence. */
    public static final AttributeKey<CodeValue> COUNTRY = new AttributeKey<>("country", CodeValue.class);
    /** The preferred language. */
    public static final AttributeKey<CodeValue> LANGUAGE = new AttributeKey<>("language", CodeValue.class);
    /** The preferred currency. */
    public static final AttributeKey<CodeValue> CURRENCY = new AttributeKey<>("currency", CodeValue.class);
    /** The time zone, by its name in the tz database. */
    public static final AttributeKey<CodeValue> TIME_ZONE = new AttributeKey<>("time_zone", CodeValue.class);
    /** Web sites of the person. */
    public static final AttributeKey<UriValue> WEBSITE = new AttributeKey<>("website", UriValue.class);
    /** A picture of the person. */
    public static final AttributeKey<UriValue> AVATAR = new AttributeKey<>("avatar", UriValue.class);
    /** Interests and followed brands, which fade. */
    public static final AttributeKey<Interest> INTEREST = new AttributeKey<>("interest", Interest.class);
    /** Hobbies as stated. */
    public static final AttributeKey<TextValue> HOBBY = new AttributeKey<>("hobby", TextValue.class);
    /** Psychographic groups. */
    public static final AttributeKey<TextValue> PSYCHOGRAPHIC_GROUP =
            new AttributeKey<>("psychographic_group", TextValue.class);
    /** Preferences, stated or inferred. */
    public static final AttributeKey<Preference> PREFERENCE = new AttributeKey<>("preference", Preference.class);
    /** A free description. */
    public static final AttributeKey<TextValue> DESCRIPTION = new AttributeKey<>("description", TextValue.class);
    /** When the person signed up. */
    public static final AttributeKey<TimestampValue> SIGNED_UP_AT =
            new AttributeKey<>("signed_up_at", TimestampValue.class);

    /** When the person became a customer. */
    public static final AttributeKey<TimestampValue> CONVERTED_AT =
            new AttributeKey<>("converted_at", TimestampValue.class);
    /** When the host last contacted the person. */
    public static final AttributeKey<TimestampValue> LAST_CONTACTED_AT =
            new AttributeKey<>("last_contacted_at", TimestampValue.class);
    /** Who in the team last contacted the person. */
    public static final AttributeKey<TextValue> LAST_CONTACTED_BY =
            new AttributeKey<>("last_contacted_by", TextValue.class);
    /** The channel on which the person answers. */
    public static final AttributeKey<CodeValue> PREFERRED_CHANNEL =
            new AttributeKey<>("preferred_channel", CodeValue.class);
    /** The stage between first contact and loyal customer. */
    public static final AttributeKey<CodeValue> LIFECYCLE_STAGE =
            new AttributeKey<>("lifecycle_stage", CodeValue.class);

    /** How many orders the person placed. */
    public static final AttributeKey<NumberValue> ORDER_COUNT = new AttributeKey<>("order_count", NumberValue.class);
    /** How much the person spent in all. */
    public static final AttributeKey<Money> TOTAL_SPENT = new AttributeKey<>("total_spent", Money.class);
    /** How much an order was on average. */
    public static final AttributeKey<Money> AVERAGE_ORDER_VALUE =
            new AttributeKey<>("average_order_value", Money.class);
    /** When the person last logged in. */
    public static final AttributeKey<TimestampValue> LAST_LOGIN_AT =
            new AttributeKey<>("last_login_at", TimestampValue.class);
    /** The subscribed plan. */
    public static final AttributeKey<TextValue> PLAN = new AttributeKey<>("plan", TextValue.class);
    /** Whether the person left. */
    public static final AttributeKey<FlagValue> CHURNED = new AttributeKey<>("churned", FlagValue.class);

    /** The answer to "how likely would you recommend us", from 0 to 10. */
    public static final AttributeKey<NumberValue> NPS_SCORE = new AttributeKey<>("nps_score", NumberValue.class);
    /** The last satisfaction score, on the host's scale. */
    public static final AttributeKey<NumberValue> SATISFACTION = new AttributeKey<>("satisfaction", NumberValue.class);
    /** Feedback in the person's own words. */
    public static final AttributeKey<TextValue> FEEDBACK = new AttributeKey<>("feedback", TextValue.class);
    /** Challenges, motives and purchase criteria as stated. */
    public static final AttributeKey<TextValue> MOTIVE = new AttributeKey<>("motive", TextValue.class);
    /** Labels with a polarity, put on a person by hand or by rule. */
    public static final AttributeKey<Tag> TAG = new AttributeKey<>("tag", Tag.class);

    private static final ProfileSchema SCHEMA = StandardDefinitions.schema();

    private StandardSchema() {}

    /** {@return the schema of all the attributes above} */
    public static ProfileSchema schema() {
        return SCHEMA;
    }
}
