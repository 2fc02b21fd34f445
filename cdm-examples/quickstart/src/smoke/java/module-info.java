/** A host application on the module path. */
module dev.cdm.examples.smoke {
    requires com.h2database;
    requires dev.cdm.consent;
    requires dev.cdm.core;
    requires dev.cdm.matching;
    requires java.naming;
}
