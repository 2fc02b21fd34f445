/**
 * Customer profiles a service can explain, over its own database.
 *
 * <p>In reading order: {@code value} and {@code model} say what is asserted and where it came from, {@code schema} which
 * attributes there are, {@code storage} where it is kept, {@code permission} who is asked first, {@code normalize} (with
 * {@code normalize.ja}) how text becomes values, {@code validate} which records are refused, {@code protect} how
 * restricted values are sealed.
 */
@SuppressWarnings("module") // the siblings are not there when this module is compiled
module dev.cdm.core {
    requires com.google.common;
    requires static com.google.i18n.phonenumbers.libphonenumber;
    requires static transitive org.jspecify;

    exports dev.cdm.core.internal to
            dev.cdm.consent,
            dev.cdm.matching;
    exports dev.cdm.core.model;
    exports dev.cdm.core.normalize;
    exports dev.cdm.core.normalize.ja;
    exports dev.cdm.core.permission;
    exports dev.cdm.core.protect;
    exports dev.cdm.core.schema;
    exports dev.cdm.core.storage;
    exports dev.cdm.core.validate;
    exports dev.cdm.core.value;

    uses dev.cdm.core.normalize.LocalRules;

    provides dev.cdm.core.normalize.LocalRules with
            dev.cdm.core.normalize.ja.JapaneseRules;
}
