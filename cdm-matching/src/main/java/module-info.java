/** Similarity, blocking, probabilistic scoring, clustering and explanations. */
module dev.cdm.matching {
    requires static transitive org.jspecify;
}
