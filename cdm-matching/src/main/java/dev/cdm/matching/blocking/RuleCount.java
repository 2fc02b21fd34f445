package dev.cdm.matching.blocking;

/**
 * How much a rule found.
 *
 * @param rule the rule
 * @param candidates how many pairs share its keys, known before any pair is made; in a link only pairs across tables
 * @param pairs how many of these no earlier rule found and the further condition lets through
 * @param skippedBlocks how many blocks had more pairs than the cap and were left out
 * @param skippedPairs how many pairs these blocks would have had
 */
public record RuleCount(BlockingRule rule, long candidates, long pairs, int skippedBlocks, long skippedPairs) {}
