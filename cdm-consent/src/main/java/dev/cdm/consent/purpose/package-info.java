/**
 * What data are used for: purposes and how they contain each other, the grounds they may rest on, and the kinds of data
 * and channels that rules distinguish.
 *
 * <p>A {@link dev.cdm.consent.purpose.Purpose} names the attributes it may see, so that a view can leave out the rest.
 * {@link dev.cdm.consent.purpose.Purposes} is the host's register. It is a directed graph without cycles and not a tree:
 * personalised advertising is both advertising and personalisation. The standard terms carry the names of the W3C Data
 * Privacy Vocabulary; hosts add their own.
 */
@NullMarked
package dev.cdm.consent.purpose;

import org.jspecify.annotations.NullMarked;
