package dev.cdm.consent.compiled;

import com.google.common.collect.ImmutableList;
import dev.cdm.consent.compiled.Node.Algebra;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/**
 * Which of many people may be used for one question: a column of bits, each with the time until which it certainly holds.
 * Immutable, thread-safe.
 *
 * <p>It is a snapshot: it holds for the events of the people it was made of. At a later time those whose answer can have
 * changed by itself, as by an expiry, are asked anew, 64 at a time; at an earlier time all are. It takes 64 bits and one for
 * each person, besides the people.
 */
public final class Audience {

    private static final int BLOCK = Long.SIZE;

    private final CompiledPolicy policy;
    private final Question question;
    private final List<CompiledSubject> people;
    private final long from;
    private final long[] bits;
    private final long[] until;
    private final long[] soonest;

    private Audience(CompiledPolicy policy, Question question, Collection<CompiledSubject> people, Instant at) {
        this.policy = policy;
        this.question = question;
        this.people = ImmutableList.copyOf(people);
        this.from = Algebra.bounded(at);
        int size = this.people.size();
        this.bits = new long[Tables.words(size)];
        this.until = new long[size];
        this.soonest = new long[bits.length];
        Arrays.fill(soonest, Algebra.NEVER);
        for (int i = 0; i < size; i++) {
            CompiledSubject person = this.people.get(i);
            if (policy.answer(question, person, at).permits()) {
                Tables.set(bits, i);
            }
            until[i] = policy.constantUntil(question, person, at);
            soonest[i / BLOCK] = Math.min(soonest[i / BLOCK], until[i]);
        }
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
    public BitSet permitted(Instant at) {
        return BitSet.valueOf(answer(at));
    }

    /**
     * {@return how many may be used at a time}
     *
     * @param at the time of the use
     */
    public int count(Instant at) {
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
        int end = Math.min(people.size(), (block + 1) * BLOCK);
        for (int i = block * BLOCK; i < end; i++) {
            boolean holds = time >= from && time < until[i];
            if (holds
                    ? Tables.has(bits, i)
                    : policy.answer(question, people.get(i), at).permits()) {
                answer |= 1L << i;
            }
        }
        return answer;
    }

    /** {@return how many people there are} */
    public int size() {
        return people.size();
    }

    @Override
    public String toString() {
        return "Audience[" + people.size() + " people, " + question + "]";
    }
}
