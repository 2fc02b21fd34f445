package dev.cdm.core.architecture;

/** The rooms of this module, bottom first. */
class ArchitectureTest extends HouseRules {

    private static final House CORE = House.of("dev.cdm.core")
            .room("internal")
            .room("value")
            .room("model", "value")
            .room("schema", "model")
            .room("storage")
            .room("storage.memory", "storage")
            .room("storage.jdbc", "storage")
            .room("storage.cache", "storage")
            .room("permission", "model", "storage") // a gate answers inside the caller's unit of work
            .room("normalize", "schema")
            .room("normalize.ja", "normalize")
            .room("validate", "schema")
            .room("linking", "model")
            .room("identity", "permission", "storage", "schema", "linking")
            .room("timeline", "storage", "schema")
            .room("audit", "storage", "model")
            .room("protect", "schema", "storage")
            .room("profile", "identity", "timeline", "schema")
            .room("trait", "profile")
            .room("segment", "trait", "permission")
            .room("quality", "validate", "profile")
            .room("format", "timeline", "schema")
            .room("ingest", "normalize", "validate", "format", "protect", "identity", "profile", "timeline", "audit")
            .room("sync", "ingest", "segment")
            .room("journey", "ingest", "segment")
            .room("lifecycle", "ingest", "segment")
            .above("json")
            .vocabulary("value", "model", "schema", "storage")
            .library("java.sql", "storage.jdbc")
            .library("javax.sql", "storage.jdbc")
            .library("com.fasterxml.jackson", "json", "format")
            .library("com.github.benmanes.caffeine", "storage.cache")
            .library("de.siegmar.fastcsv", "format")
            .library("com.google.i18n.phonenumbers", "normalize");

    ArchitectureTest() {
        super(CORE);
    }
}
