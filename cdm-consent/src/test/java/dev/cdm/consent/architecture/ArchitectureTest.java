package dev.cdm.consent.architecture;

import dev.cdm.core.architecture.House;
import dev.cdm.core.architecture.HouseRules;

/** The rooms of this module, bottom first; each may import the ones before it. */
class ArchitectureTest extends HouseRules {

    private static final House CONSENT = House.of("dev.cdm.consent")
            .foundation("dev.cdm.core")
            .chain("purpose", "recipient", "notice", "contact", "guardian", "ledger", "suppression", "signal")
            .above("signal.tcf", "signal.gpp", "signal.gpc")
            .chain("pack", "policy", "analysis", "compiled", "subscription", "view", "receipt", "rights", "json")
            .library("com.fasterxml.jackson", "json")
            .library("com.github.benmanes.caffeine", "compiled");

    ArchitectureTest() {
        super(CONSENT);
    }
}
