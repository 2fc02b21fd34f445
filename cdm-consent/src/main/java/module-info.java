/**
 * Purposes, the consent ledger, decisions with their reasons, and views bound to a purpose.
 *
 * <p>In reading order: {@code purpose} says what data are used for, {@code recipient} to whom they go,
 * {@code notice} what people were told, {@code contact} by which ways they are reached, {@code guardian} who speaks for a
 * child, {@code ledger} what they permitted and refused, {@code suppression} which contact points are never used,
 * {@code pack} why and under which duties, {@code policy} decides, {@code analysis} says what would change that,
 * {@code compiled} decides fast, {@code subscription} tells where people stand, {@code view} shows what may be seen,
 * {@code json} stores it all.
 */
module dev.cdm.consent {
    requires transitive dev.cdm.core;
    requires com.fasterxml.jackson.databind;
    requires com.github.benmanes.caffeine;
    requires com.google.common;
    requires static transitive org.jspecify;

    exports dev.cdm.consent;
    exports dev.cdm.consent.analysis;
    exports dev.cdm.consent.compiled;
    exports dev.cdm.consent.contact;
    exports dev.cdm.consent.guardian;
    exports dev.cdm.consent.json;
    exports dev.cdm.consent.ledger;
    exports dev.cdm.consent.notice;
    exports dev.cdm.consent.pack;
    exports dev.cdm.consent.policy;
    exports dev.cdm.consent.purpose;
    exports dev.cdm.consent.recipient;
    exports dev.cdm.consent.subscription;
    exports dev.cdm.consent.suppression;
    exports dev.cdm.consent.view;

    provides dev.cdm.core.storage.Kinds with
            dev.cdm.consent.ConsentKinds;
}
