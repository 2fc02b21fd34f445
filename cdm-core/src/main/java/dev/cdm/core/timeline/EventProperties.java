package dev.cdm.core.timeline;

import dev.cdm.core.model.AttributeKey;
import dev.cdm.core.value.CodeValue;
import dev.cdm.core.value.Money;
import dev.cdm.core.value.NumberValue;
import dev.cdm.core.value.TextValue;
import dev.cdm.core.value.UriValue;

/** The properties that events most often have, among them the context in which they happened. */
public final class EventProperties {

    /** The sum of an order, refund or discount. */
    public static final AttributeKey<Money> AMOUNT = new AttributeKey<>("amount", Money.class);
    /** The number of the order. */
    public static final AttributeKey<TextValue> ORDER = new AttributeKey<>("order", TextValue.class);
    /** The number or name of the product. */
    public static final AttributeKey<TextValue> PRODUCT = new AttributeKey<>("product", TextValue.class);
    /** How many. */
    public static final AttributeKey<NumberValue> QUANTITY = new AttributeKey<>("quantity", NumberValue.class);
    /** The number of the support case. */
    public static final AttributeKey<TextValue> CASE = new AttributeKey<>("case", TextValue.class);
    /** The subject line or topic. */
    public static final AttributeKey<TextValue> SUBJECT = new AttributeKey<>("subject", TextValue.class);
    /** The text of a message, note, review or answer. */
    public static final AttributeKey<TextValue> TEXT = new AttributeKey<>("text", TextValue.class);
    /** The score of an answer or review. */
    public static final AttributeKey<NumberValue> SCORE = new AttributeKey<>("score", NumberValue.class);
    /** The scale of the score, such as {@code nps} or {@code stars_5}. */
    public static final AttributeKey<CodeValue> SCALE = new AttributeKey<>("scale", CodeValue.class);
    /** The feature used. */
    public static final AttributeKey<TextValue> FEATURE = new AttributeKey<>("feature", TextValue.class);
    /** The employee who took part. */
    public static final AttributeKey<TextValue> EMPLOYEE = new AttributeKey<>("employee", TextValue.class);
    /** Context: the campaign. */
    public static final AttributeKey<TextValue> CAMPAIGN = new AttributeKey<>("context.campaign", TextValue.class);
    /** Context: the address of the page. */
    public static final AttributeKey<UriValue> PAGE = new AttributeKey<>("context.page", UriValue.class);
    /** Context: the address from which the page was reached. */
    public static final AttributeKey<UriValue> REFERRER = new AttributeKey<>("context.referrer", UriValue.class);
    /** Context: the device. */
    public static final AttributeKey<TextValue> DEVICE = new AttributeKey<>("context.device", TextValue.class);
    /** Context: the operating system. */
    public static final AttributeKey<TextValue> OS = new AttributeKey<>("context.os", TextValue.class);
    /** Context: the browser as it names itself. */
    public static final AttributeKey<TextValue> USER_AGENT = new AttributeKey<>("context.user_agent", TextValue.class);
    /** Context: the network address, shortened at intake. */
    public static final AttributeKey<TextValue> IP = new AttributeKey<>("context.ip", TextValue.class);

    private EventProperties() {}
}
