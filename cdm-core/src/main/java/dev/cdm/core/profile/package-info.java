/**
 * The golden values of a person, each with its lineage.
 *
 * <p>Nothing here is stored. A {@link dev.cdm.core.profile.ProfileAssembler} takes the present states of the records
 * that belong to a profile and lets a {@link dev.cdm.core.profile.SurvivorshipRule} decide for each attribute. The
 * {@link dev.cdm.core.profile.Profile} it gives has the values that survived and a
 * {@link dev.cdm.core.profile.Lineage} that names every {@link dev.cdm.core.profile.Candidate}, who lost, and by which
 * rule. It is a pure function of the set of states: order and repetition change nothing, so a merge loses nothing and a
 * separation gives back what was. A {@link dev.cdm.core.profile.MergePreview} shows what a merge would change before it
 * is made.
 */
@NullMarked
package dev.cdm.core.profile;

import org.jspecify.annotations.NullMarked;
