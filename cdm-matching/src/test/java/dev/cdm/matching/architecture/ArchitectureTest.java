package dev.cdm.matching.architecture;

import dev.cdm.core.architecture.House;
import dev.cdm.core.architecture.HouseRules;

/** The rooms of this module, bottom first; each may import the ones before it. */
class ArchitectureTest extends HouseRules {

    private static final House MATCHING = House.of("dev.cdm.matching")
            .foundation("dev.cdm.core")
            .chain(
                    "table",
                    "similarity",
                    "comparison",
                    "writing",
                    "naming",
                    "learned",
                    "person",
                    "blocking",
                    "scoring",
                    "mixture")
            .chain("joining", "clustering")
            .chain("training")
            .chain("explain", "evaluate", "quality", "records", "roles", "resolve", "review")
            .above("report", "encode", "choice")
            .chain("json")
            .vocabulary("person")
            .library("com.fasterxml.jackson", "json")
            .library("com.github.benmanes.caffeine", "similarity", "resolve")
            .library("org.apache.commons.codec", "similarity");

    ArchitectureTest() {
        super(MATCHING);
    }
}
