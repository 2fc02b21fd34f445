/**
 * Similarity, blocking, probabilistic scoring, clustering and explanations.
 *
 * <p>The rooms in reading order: {@code similarity} says how alike two values are.
 */
module dev.cdm.matching {
    requires transitive dev.cdm.core;
    requires static transitive org.jspecify;
    requires static org.apache.commons.codec;

    exports dev.cdm.matching.similarity;
}
