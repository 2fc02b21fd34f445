/** Purposes, the consent ledger, decisions with their reasons, and views bound to a purpose. */
module dev.cdm.consent {
    requires transitive dev.cdm.core;
    requires static transitive org.jspecify;
}
