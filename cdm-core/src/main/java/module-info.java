/**
 * Customer profiles a service can explain, over its own database.
 *
 * <p>In reading order: {@code value} and {@code model} say what is asserted and where it came from, {@code schema} which
 * attributes there are, {@code storage} where it is kept ({@code storage.memory}, {@code storage.jdbc} and
 * {@code storage.cache} implement it), {@code permission} who is asked first. {@code normalize} makes typed records of
 * raw ones ({@code normalize.ja} knows Japanese), {@code validate} judges them, {@code protect} seals what is restricted.
 * {@code linking} holds the rules by which {@code identity} says which records are one person, {@code timeline} what
 * happened, {@code profile} computes the golden values with their lineage. {@code audit} proves what was done, {@code format} reads and writes the exports of other
 * systems, {@code ingest} is the main flow, {@code json} the stored form. {@link dev.cdm.core.Customers} is the front
 * door.
 */
@SuppressWarnings("module") // the siblings are not there when this module is compiled
module dev.cdm.core {
    requires com.fasterxml.jackson.core;
    requires com.github.benmanes.caffeine;
    requires com.google.common;
    requires de.siegmar.fastcsv;
    requires static com.google.i18n.phonenumbers.libphonenumber;
    requires transitive java.sql;
    requires static transitive org.jspecify;

    exports dev.cdm.core;
    exports dev.cdm.core.audit;
    exports dev.cdm.core.format;
    exports dev.cdm.core.identity;
    exports dev.cdm.core.ingest;
    exports dev.cdm.core.internal to
            dev.cdm.consent,
            dev.cdm.matching;
    exports dev.cdm.core.json;
    exports dev.cdm.core.linking;
    exports dev.cdm.core.model;
    exports dev.cdm.core.normalize;
    exports dev.cdm.core.normalize.ja;
    exports dev.cdm.core.permission;
    exports dev.cdm.core.profile;
    exports dev.cdm.core.protect;
    exports dev.cdm.core.schema;
    exports dev.cdm.core.storage;
    exports dev.cdm.core.storage.cache;
    exports dev.cdm.core.storage.jdbc;
    exports dev.cdm.core.storage.memory;
    exports dev.cdm.core.timeline;
    exports dev.cdm.core.validate;
    exports dev.cdm.core.value;

    uses dev.cdm.core.normalize.LocalRules;
    uses dev.cdm.core.storage.Kinds;

    provides dev.cdm.core.normalize.LocalRules with
            dev.cdm.core.normalize.ja.JapaneseRules;
    provides dev.cdm.core.storage.Kinds with
            dev.cdm.core.identity.IdentityKinds,
            dev.cdm.core.timeline.Timeline.Stored,
            dev.cdm.core.ingest.Quarantine.Stored,
            dev.cdm.core.audit.ErasureReceipt.Stored;
}
