package dev.cdm.consent.json;

import dev.cdm.consent.purpose.Purposes;

/** The purposes that the examples of the packs speak of. */
final class ExamplePurposes {

    static final Purposes ALL = PurposeFiles.examples();

    private ExamplePurposes() {}
}
