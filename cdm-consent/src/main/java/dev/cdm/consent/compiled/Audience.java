package dev.cdm.consent.compiled;

import dev.cdm.consent.compiled.Node.Algebra;
import dev.cdm.core.internal.Checks;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;

/**
 * Which of many people may be used for one question: a column of bits, each with the time until which it certainly holds.
 * Thread-safe: calls take turns.
 *
 * <p>It holds for the events of the people it was made of; whoever learns that the heads of a person have risen puts in the
 * person {@linkplain #set anew}, and the next call counts it. At a later time those whose answer can have changed by itself,
 * as by an expiry, are asked anew, 64 at a time; at an earlier time all are. It takes 65 bits for each person, besides the
 * people.
 */
public final class Audience {

    private static final int BLOCK = Long.SIZE;

    private final CompiledPolicy policy;
    private final Question question;
    private final CompiledSubject[] people;
    private final Instant start;
    private final long from;
    private final long[] bits;
    private final long[] until;
    private final long[] soonest;

    private Audience(CompiledPolicy policy, Question question, Collection<CompiledSubject> people, Instant at) {
        this.policy = policy;
        this.question = question;
        this.people = people.toArray(new CompiledSubject[0]);
        this.from = Algebra.bounded(at);
        this.start = at;
        this.bits = new long[Tables.words(this.people.length)];
        this.until = new long[this.people.length];
        this.soonest = new long[bits.length];
        Arrays.fill(soonest, Algebra.NEVER);
        for (int i = 0; i < until.length; i++) {
            put(i);
        }
    }

    private void put(int place) {
        CompiledSubject person = people[place];
        boolean permitted = policy.answer(question, person, start).permits();
        bits[place / BLOCK] = (bits[place / BLOCK] & ~(1L << place)) | (permitted ? 1L << place : 0);
        until[place] = policy.constantUntil(question, person, start);
        soonest[place / BLOCK] = Math.min(soonest[place / BLOCK], until[place]);
    }

    /**
     * Puts in a person anew, after events were recorded.
     *
     * @param place the place, counted from 0
     * @param person the person with all events, compiled by the same policy
     */
    public synchronized void set(int place, CompiledSubject person) {
        Checks.between(place, 0, people.length - 1, "place");
        people[place] = person;
        put(place);
    }

    /**
     * {@return the audience of a question}
     *
     * @param policy answers
     * @param question the question
     * @param people the people, each compiled by the same policy
     * @param at the time from which it is mostly asked
     */
    public static Audience of(
            CompiledPolicy policy, Question question, Collection<CompiledSubject> people, Instant at) {
        return new Audience(policy, question, people, at);
    }

    /**
     * {@return the places of those whose use is permitted at a time, counted from 0 in the order given}
     *
     * @param at the time of the use
     */
    public synchronized BitSet permitted(Instant at) {
        return BitSet.valueOf(answer(at));
    }

    /**
     * {@return how many may be used at a time}
     *
     * @param at the time of the use
     */
    public synchronized int count(Instant at) {
        long time = Algebra.bounded(at);
        int count = 0;
        for (int block = 0; block < bits.length; block++) {
            count += Long.bitCount(block(block, time, at));
        }
        return count;
    }

    private long[] answer(Instant at) {
        long time = Algebra.bounded(at);
        long[] answer = new long[bits.length];
        for (int block = 0; block < bits.length; block++) {
            answer[block] = block(block, time, at);
        }
        return answer;
    }

    private long block(int block, long time, Instant at) {
        if (time >= from && time < soonest[block]) {
            return bits[block];
        }
        long answer = 0;
        int end = Math.min(people.length, (block + 1) * BLOCK);
        for (int i = block * BLOCK; i < end; i++) {
            boolean holds = time >= from && time < until[i];
            if (holds
                    ? Tables.has(bits, i)
                    : policy.answer(question, people[i], at).permits()) {
                answer |= 1L << i;
            }
        }
        return answer;
    }

    /** {@return how many people there are} */
    public int size() {
        return people.length;
    }

    @Override
    public String toString() {
        return "Audience[" + people.length + " people, " + question + "]";
    }
}
