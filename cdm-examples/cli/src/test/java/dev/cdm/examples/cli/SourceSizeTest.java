package dev.cdm.examples.cli;

import dev.cdm.core.architecture.SourceRules;

/** Examples are read before anything else: their files keep to the same sizes. */
class SourceSizeTest extends SourceRules {}
