/**
 * Similarity, blocking, probabilistic scoring, clustering and explanations.
 *
 * <p>The rooms in reading order: {@code table} keeps records as columns of numbers; {@code similarity} says how alike
 * two values are; {@code person} knows the fields of people, in Latin and in Japanese script; {@code blocking} finds the
 * pairs worth comparing; {@code mixture} tells persons, households and strangers apart and learns it without labels;
 * {@code clustering} makes entities of pairs; {@code roles} does all of it for columns of which only the meaning is known.
 */
module dev.cdm.matching {
    requires transitive dev.cdm.core;
    requires static transitive org.jspecify;
    requires static org.apache.commons.codec;
    requires com.google.common;

    exports dev.cdm.matching;
    exports dev.cdm.matching.blocking;
    exports dev.cdm.matching.clustering;
    exports dev.cdm.matching.mixture;
    exports dev.cdm.matching.person;
    exports dev.cdm.matching.roles;
    exports dev.cdm.matching.similarity;
    exports dev.cdm.matching.table;
}
