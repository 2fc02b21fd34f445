/** Similarity, blocking, probabilistic scoring, clustering and explanations. */
module dev.cdm.matching {
    requires transitive dev.cdm.core;
    requires static transitive org.jspecify;
}
