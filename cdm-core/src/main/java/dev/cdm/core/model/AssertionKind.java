package dev.cdm.core.model;

/** How a value came to be asserted: what people say and what they do are different things. */
public enum AssertionKind {
    /** The person said so. */
    DECLARED,
    /** It was seen to happen. */
    OBSERVED,
    /** It was computed from other values by a fixed rule. */
    DERIVED,
    /** It was guessed by a model. */
    INFERRED
}
