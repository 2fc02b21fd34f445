/**
 * The same decisions as the policy engine, for callers who ask millions of times: what can be worked out before the
 * question comes is worked out before.
 *
 * <p>{@link dev.cdm.consent.compiled.CompiledPolicy} turns purposes and packs into numbers and bit sets once. A
 * {@link dev.cdm.consent.compiled.CompiledSubject} is the events of one person as columns of numbers, a
 * {@link dev.cdm.consent.compiled.Question} is what is asked, worked through the packs. An answer is a reason and costs
 * no memory; whoever wants the proof asks the engine. {@link dev.cdm.consent.compiled.Audience} answers for many people at
 * once.
 */
@NullMarked
package dev.cdm.consent.compiled;

import org.jspecify.annotations.NullMarked;
