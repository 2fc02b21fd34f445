package dev.cdm.matching.naming;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/** Words beside names that do not name anybody: titles, generations, particles and Japanese forms of address. */
public final class NameWords {

    private static final ImmutableSet<String> TITLES = ImmutableSet.copyOf(
            ("mr mrs ms miss mx dr prof professor sir dame lord lady rev hon capt col maj gen sgt jr junior sr senior ii iii iv"
                            + " md phd esq esquire mba bsc msc dds herr frau dipl ing mag monsieur madame mme mlle"
                            + " senor senora sra srta sig sigra dott dottssa pan pani bay bayan")
                    .split(" ", -1));
    private static final ImmutableSet<String> PARTICLES = ImmutableSet.copyOf(
            "van von der den de la le di da do du del della dos das bin ibn al el les ten ter zu zur zum mac st"
                    .split(" ", -1));
    private static final ImmutableList<String> HONORIFICS = ImmutableList.of("様", "殿", "氏", "さん", "先生");

    private NameWords() {}

    /**
     * {@return whether a word is a title or a generation, such as {@code dr} or {@code jr}}
     *
     * @param folded the word in lower case, without signs
     */
    public static boolean isTitle(String folded) {
        return TITLES.contains(folded);
    }

    /**
     * {@return whether a word may begin a family name without naming a family, such as {@code van}}
     *
     * @param folded the word in lower case, without signs
     */
    public static boolean isParticle(String folded) {
        return PARTICLES.contains(folded);
    }

    /**
     * {@return a Japanese name without the form of address at its end}
     *
     * @param name the name
     */
    public static String withoutHonorific(String name) {
        for (String honorific : HONORIFICS) {
            if (name.endsWith(honorific) && name.length() > honorific.length() + 1) {
                return name.substring(0, name.length() - honorific.length()).strip();
            }
        }
        return name;
    }
}
