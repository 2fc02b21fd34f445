/**
 * Similarity, blocking, probabilistic scoring, clustering and explanations.
 *
 * <p>The rooms in reading order: {@link dev.cdm.matching.similarity} says how alike two values are.
 */
module dev.cdm.matching {
    requires transitive dev.cdm.core;
    requires static transitive org.jspecify;
    requires static org.apache.commons.codec;

    exports dev.cdm.matching.similarity;
}
