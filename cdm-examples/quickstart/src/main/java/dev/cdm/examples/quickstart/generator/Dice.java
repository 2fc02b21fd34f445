package dev.cdm.examples.quickstart.generator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Chance from a seed; {@link Random} gives the same numbers on every machine. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A number from 0 to the bound, which is excluded. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** One of the choices, the early ones more often. */
    <T> T early(List<T> choices) {
        double skewed = random.nextDouble() * random.nextDouble();
        return choices.get((int) (skewed * choices.size()));
    }

    LocalDate day(LocalDate first, LocalDate last) {
        return first.plusDays(random.nextInt((int) (last.toEpochDay() - first.toEpochDay()) + 1));
    }

    Instant second(Instant first, Instant last) {
        return first.plusSeconds(random.nextInt((int) (last.getEpochSecond() - first.getEpochSecond())));
    }
}
