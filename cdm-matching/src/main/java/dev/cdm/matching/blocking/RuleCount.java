package dev.cdm.matching.blocking;

/**
 * How much a rule found.
 *
 * @param rule the rule
 * @param candidates how many pairs share its keys, known before any pair is made, once for every key that they share; in a
 *     link only pairs across tables
 * @param pairs how many of these no earlier rule found and the further condition and the gate let through
 * @param skippedBlocks how many blocks had more pairs than the cap and were left out
 * @param thinnedBlocks how many blocks had more pairs than the cap and kept the neighbours in a sorted order only
 * @param skippedPairs how many pairs of these blocks were left out
 * @param refusedPairs how many pairs that no earlier rule found the gate refused
 */
public record RuleCount(
        BlockingRule rule,
        long candidates,
        long pairs,
        int skippedBlocks,
        int thinnedBlocks,
        long skippedPairs,
        long refusedPairs) {}
