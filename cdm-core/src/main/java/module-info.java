/**
 * Customer profiles a service can explain, over its own database.
 *
 * <p>In reading order: {@code value} and {@code model} say what is asserted and where it came from, {@code schema} which
 * attributes there are, {@code storage} where it is kept ({@code storage.memory} in memory, {@code storage.cache} around
 * another storage, {@code storage.jdbc} in the host's database), {@code permission} who is asked first.
 */
@SuppressWarnings("module") // the siblings are not there when this module is compiled
module dev.cdm.core {
    requires com.github.benmanes.caffeine;
    requires com.google.common;
    requires transitive java.sql;
    requires static transitive org.jspecify;

    exports dev.cdm.core.internal to
            dev.cdm.consent,
            dev.cdm.matching;
    exports dev.cdm.core.model;
    exports dev.cdm.core.permission;
    exports dev.cdm.core.schema;
    exports dev.cdm.core.storage;
    exports dev.cdm.core.storage.cache;
    exports dev.cdm.core.storage.jdbc;
    exports dev.cdm.core.storage.memory;
    exports dev.cdm.core.value;
}
