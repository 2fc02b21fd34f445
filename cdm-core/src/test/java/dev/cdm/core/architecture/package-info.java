/**
 * The rules of the house as tests. {@link dev.cdm.core.architecture.House} holds a module's table of rooms and the
 * libraries each room may use; {@link dev.cdm.core.architecture.HouseRules} checks compiled classes against it and
 * {@link dev.cdm.core.architecture.SourceRules} checks source files against the size budgets. A module takes part with
 * one subclass. The rules are shared with the sibling modules as a test jar.
 */
@NullMarked
package dev.cdm.core.architecture;

import org.jspecify.annotations.NullMarked;
