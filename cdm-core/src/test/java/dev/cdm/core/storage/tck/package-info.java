/**
 * The contract kit for storage adapters. An adapter author extends {@link dev.cdm.core.storage.tck.StorageContract},
 * says how a storage is opened, and runs the class: its nested groups prove the promises that are written at
 * {@link dev.cdm.core.storage.Storage}, {@link dev.cdm.core.storage.Log} and {@link dev.cdm.core.storage.Table}, and a
 * report at the end lists what was proved. {@link dev.cdm.core.storage.tck.StorageAgreement} runs the same random
 * histories over several stores and compares what they answer.
 *
 * <p>The kit needs JUnit Jupiter, jqwik and AssertJ, and nothing else besides {@code cdm-core}.
 */
@NullMarked
package dev.cdm.core.storage.tck;

import org.jspecify.annotations.NullMarked;
