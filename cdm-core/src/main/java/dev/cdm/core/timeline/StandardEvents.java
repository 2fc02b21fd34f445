package dev.cdm.core.timeline;

import static dev.cdm.core.schema.DataCategory.ATTITUDINAL;
import static dev.cdm.core.schema.DataCategory.BEHAVIOURAL;
import static dev.cdm.core.schema.DataCategory.INTERACTION;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.schema.DataCategory;

/**
 * The event types that most hosts need: shopping, usage, messages, service, social media and feedback. The names of the
 * Segment specification's semantic events lead to them.
 *
 * <p>An abandoned cart is no event: it is a cart without an order after some time, and so computed.
 */
public final class StandardEvents {

    private static final ImmutableList.Builder<EventType> TYPES = ImmutableList.builder();

    /** A visit to the host's site began. */
    public static final EventType SITE_VISITED = type("site_visited", BEHAVIOURAL, "A visit to the host's site began.");
    /** A page or screen was viewed. */
    public static final EventType PAGE_VIEWED = type("page_viewed", BEHAVIOURAL, "A page or screen was viewed.");
    /** A place on a page was clicked, as a heat map shows it. */
    public static final EventType PAGE_AREA_CLICKED =
            type("page_area_clicked", BEHAVIOURAL, "A place on a page was clicked, as a heat map shows it.");
    /** A link on another site led to the host's. */
    public static final EventType BACKLINK_CLICKED =
            type("backlink_clicked", BEHAVIOURAL, "A link on another site led to the host's.");
    /** Something was searched for. */
    public static final EventType SEARCHED = type("searched", BEHAVIOURAL, "Something was searched for.");
    /** A product was looked at. */
    public static final EventType PRODUCT_VIEWED = type("product_viewed", BEHAVIOURAL, "A product was looked at.");
    /** A product was put on a wish list or taken off it. */
    public static final EventType WISH_LIST_UPDATED =
            type("wish_list_updated", BEHAVIOURAL, "A product was put on a wish list or taken off it.");
    /** A cart was filled, changed or emptied. */
    public static final EventType CART_UPDATED =
            type("cart_updated", BEHAVIOURAL, "A cart was filled, changed or emptied.");
    /** A checkout was begun. */
    public static final EventType CHECKOUT_STARTED = type("checkout_started", BEHAVIOURAL, "A checkout was begun.");
    /** A coupon was applied. */
    public static final EventType COUPON_USED = type("coupon_used", BEHAVIOURAL, "A coupon was applied.");
    /** An order was placed. */
    public static final EventType ORDER_PLACED = type("order_placed", BEHAVIOURAL, "An order was placed.");
    /** An order was cancelled. */
    public static final EventType ORDER_CANCELLED = type("order_cancelled", BEHAVIOURAL, "An order was cancelled.");
    /** An order was refunded, in whole or in part. */
    public static final EventType ORDER_REFUNDED =
            type("order_refunded", BEHAVIOURAL, "An order was refunded, in whole or in part.");
    /** Something was downloaded. */
    public static final EventType DOWNLOADED = type("downloaded", BEHAVIOURAL, "Something was downloaded.");
    /** An account was opened. */
    public static final EventType SIGNED_UP = type("signed_up", BEHAVIOURAL, "An account was opened.");
    /** Somebody logged in. */
    public static final EventType LOGGED_IN = type("logged_in", BEHAVIOURAL, "Somebody logged in.");
    /** Somebody logged out. */
    public static final EventType LOGGED_OUT = type("logged_out", BEHAVIOURAL, "Somebody logged out.");
    /** A feature of the product was used. */
    public static final EventType FEATURE_USED =
            type("feature_used", BEHAVIOURAL, "A feature of the product was used.");
    /** The app was opened. */
    public static final EventType APP_OPENED = type("app_opened", BEHAVIOURAL, "The app was opened.");
    /** A trial was begun. */
    public static final EventType TRIAL_STARTED = type("trial_started", BEHAVIOURAL, "A trial was begun.");
    /** A trial ended. */
    public static final EventType TRIAL_ENDED = type("trial_ended", BEHAVIOURAL, "A trial ended.");
    /** A larger plan was chosen. */
    public static final EventType UPGRADED = type("upgraded", BEHAVIOURAL, "A larger plan was chosen.");
    /** A smaller plan was chosen. */
    public static final EventType DOWNGRADED = type("downgraded", BEHAVIOURAL, "A smaller plan was chosen.");
    /** The product was switched off or uninstalled. */
    public static final EventType DEACTIVATED =
            type("deactivated", BEHAVIOURAL, "The product was switched off or uninstalled.");
    /** The customer left. */
    public static final EventType CHURNED = type("churned", BEHAVIOURAL, "The customer left.");
    /** A message was delivered. */
    public static final EventType EMAIL_DELIVERED = type("email_delivered", INTERACTION, "A message was delivered.");
    /** A message was opened. */
    public static final EventType EMAIL_OPENED = type("email_opened", INTERACTION, "A message was opened.");
    /** A link in a message was clicked. */
    public static final EventType EMAIL_CLICKED =
            type("email_clicked", INTERACTION, "A link in a message was clicked.");
    /** A message could not be delivered. */
    public static final EventType EMAIL_BOUNCED =
            type("email_bounced", INTERACTION, "A message could not be delivered.");
    /** The way out in a message was used. */
    public static final EventType EMAIL_UNSUBSCRIBED =
            type("email_unsubscribed", INTERACTION, "The way out in a message was used.");
    /** A message was reported as unwanted. */
    public static final EventType EMAIL_MARKED_AS_SPAM =
            type("email_marked_as_spam", INTERACTION, "A message was reported as unwanted.");
    /** An advertisement was shown. */
    public static final EventType AD_VIEWED = type("ad_viewed", INTERACTION, "An advertisement was shown.");
    /** An advertisement was clicked. */
    public static final EventType AD_CLICKED = type("ad_clicked", INTERACTION, "An advertisement was clicked.");
    /** The host wrote to the person. */
    public static final EventType MESSAGE_SENT = type("message_sent", INTERACTION, "The host wrote to the person.");
    /** The person wrote to the host. */
    public static final EventType MESSAGE_RECEIVED =
            type("message_received", INTERACTION, "The person wrote to the host.");
    /** The two spoke on the telephone. */
    public static final EventType CALL_MADE = type("call_made", INTERACTION, "The two spoke on the telephone.");
    /** A call was not answered. */
    public static final EventType CALL_MISSED = type("call_missed", INTERACTION, "A call was not answered.");
    /** The two met. */
    public static final EventType MEETING_HELD = type("meeting_held", INTERACTION, "The two met.");
    /** An employee wrote a note. */
    public static final EventType NOTE_ADDED = type("note_added", INTERACTION, "An employee wrote a note.");
    /** A support case was opened. */
    public static final EventType CASE_OPENED = type("case_opened", INTERACTION, "A support case was opened.");
    /** A support case was closed. */
    public static final EventType CASE_CLOSED = type("case_closed", INTERACTION, "A support case was closed.");
    /** A demonstration was asked for. */
    public static final EventType DEMO_REQUESTED =
            type("demo_requested", INTERACTION, "A demonstration was asked for.");
    /** A process begun at the person's request reached another state. */
    public static final EventType PROCESS_CHANGED =
            type("process_changed", INTERACTION, "A process begun at the person's request reached another state.");
    /** A form was sent. */
    public static final EventType FORM_SUBMITTED = type("form_submitted", INTERACTION, "A form was sent.");
    /** Something of the host's was liked. */
    public static final EventType LIKED = type("liked", INTERACTION, "Something of the host's was liked.");
    /** Something of the host's was commented. */
    public static final EventType COMMENTED = type("commented", INTERACTION, "Something of the host's was commented.");
    /** Something of the host's was passed on. */
    public static final EventType SHARED = type("shared", INTERACTION, "Something of the host's was passed on.");
    /** A channel of the host's was followed. */
    public static final EventType FOLLOWED = type("followed", INTERACTION, "A channel of the host's was followed.");
    /** A channel of the host's was followed no longer. */
    public static final EventType UNFOLLOWED =
            type("unfollowed", INTERACTION, "A channel of the host's was followed no longer.");
    /** The person brought in somebody else. */
    public static final EventType REFERRED = type("referred", INTERACTION, "The person brought in somebody else.");
    /** A review was written. */
    public static final EventType REVIEWED = type("reviewed", ATTITUDINAL, "A review was written.");
    /** A survey was sent; how many answer is part of the result. */
    public static final EventType SURVEY_SENT =
            type("survey_sent", ATTITUDINAL, "A survey was sent; how many answer is part of the result.");
    /** A survey was answered. */
    public static final EventType SURVEY_ANSWERED = type("survey_answered", ATTITUDINAL, "A survey was answered.");
    /** A complaint was made. */
    public static final EventType COMPLAINED = type("complained", ATTITUDINAL, "A complaint was made.");
    /** A suggestion was made. */
    public static final EventType SUGGESTED = type("suggested", ATTITUDINAL, "A suggestion was made.");
    /** A need, motive or purchase criterion was stated. */
    public static final EventType NEED_STATED =
            type("need_stated", ATTITUDINAL, "A need, motive or purchase criterion was stated.");
    /** A success with the product was told. */
    public static final EventType SUCCESS_TOLD =
            type("success_told", ATTITUDINAL, "A success with the product was told.");
    /** The brand, a product or a competitor was mentioned in public. */
    public static final EventType MENTIONED =
            type("mentioned", ATTITUDINAL, "The brand, a product or a competitor was mentioned in public.");

    static final ImmutableList<EventType> ALL = TYPES.build();

    private StandardEvents() {}

    private static EventType type(String name, DataCategory category, String description) {
        EventType type = new EventType(name, category, description);
        TYPES.add(type);
        return type;
    }
}
