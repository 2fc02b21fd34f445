/**
 * Similarity, blocking, probabilistic scoring, clustering and explanations.
 *
 * <p>The rooms in reading order: {@code table} keeps records as columns of numbers; {@code similarity} says how alike
 * two values are; {@code writing} reads texts as they are written; {@code naming} knows nicknames and the legal forms of organisations; {@code person} knows the fields of
 * people and organisations, in Latin and in Japanese script; {@code blocking} finds the pairs worth comparing;
 * {@code mixture} tells persons, households, neighbours and strangers apart and learns it without labels;
 * {@code joining} holds what the caller asks of the joining of records, {@code clustering} makes entities of pairs;
 * {@code records} holds the columns
 * of every role in the order of their content; {@code roles} does all of it for columns of which only the meaning is known, and {@code learned} keeps what was learned
 * about values, so that a model can be saved and applied to other records; {@code resolve} does it for one record at a
 * time, and {@code review} asks people about what cannot be decided.
 *
 * <p>For models that can be looked at and kept: {@code comparison} says how two records compare, level by level;
 * {@code scoring} weighs that after Fellegi and Sunter; {@code training} learns the weights; {@code explain} tells why a
 * pair got its score; {@code evaluate} compares results with the truth, and {@code quality} estimates how good they are
 * where it is not known; {@code choice} finds blocking rules within a budget of pairs; {@code json} keeps models and reads
 * those of Splink.
 */
module dev.cdm.matching {
    requires transitive dev.cdm.core;
    requires static transitive org.jspecify;
    requires static org.apache.commons.codec;
    requires com.fasterxml.jackson.databind;
    requires com.google.common;

    exports dev.cdm.matching;
    exports dev.cdm.matching.blocking;
    exports dev.cdm.matching.choice;
    exports dev.cdm.matching.clustering;
    exports dev.cdm.matching.joining;
    exports dev.cdm.matching.comparison;
    exports dev.cdm.matching.evaluate;
    exports dev.cdm.matching.explain;
    exports dev.cdm.matching.json;
    exports dev.cdm.matching.learned;
    exports dev.cdm.matching.mixture;
    exports dev.cdm.matching.naming;
    exports dev.cdm.matching.person;
    exports dev.cdm.matching.quality;
    exports dev.cdm.matching.resolve;
    exports dev.cdm.matching.records;
    exports dev.cdm.matching.review;
    exports dev.cdm.matching.roles;
    exports dev.cdm.matching.scoring;
    exports dev.cdm.matching.similarity;
    exports dev.cdm.matching.table;
    exports dev.cdm.matching.training;
    exports dev.cdm.matching.writing;

    provides dev.cdm.core.storage.Kinds with
            dev.cdm.matching.review.ReviewKinds;
}
