package dev.cdm.matching.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.matching.Clusters;
import dev.cdm.matching.Townspeople;
import dev.cdm.matching.mixture.PersonModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PersonResolverProperties {

    private static final int CAP = 4;
    private static final List<PersonModel> MODELS = List.of(
            Town.LATIN, Town.JAPANESE, Town.capped(Town.LATIN, CAP), Town.capped(Town.JAPANESE, CAP));
    private static final int TOWNS = 40;

    private static PersonModel model(int seed) {
        return MODELS.get(seed % MODELS.size());
    }

    /** Few people with many records each, so that much happens. */
    private static List<Map<String, String>> people(int seed) {
        return new ArrayList<>(
                Town.people(new Townspeople(10 + seed % 25, seed % 2 == 1, seed % TOWNS).table()).values());
    }

    private static void assertLikeBatch(
            PersonResolver resolver, PersonModel model, Map<String, Map<String, String>> there) {
        Clusters batch = Town.batch(model, there);
        assertThat(new TreeMap<>(resolver.partition())).isEqualTo(Town.partition(batch));
        assertThat(resolver.disabledKeys()).isEqualTo(batch.disabledBlocks());
    }

    @Property(tries = 400)
    void recordsThatComeChangeAndGoInAnyOrderGiveWhatABatchGives(@ForAll @IntRange(max = 1_000_000) int seed) {
        Random random = new Random(seed);
        PersonModel model = model(seed);
        List<Map<String, String>> people = people(seed);
        PersonResolver resolver = new PersonResolver(model);
        Map<String, Map<String, String>> there = new TreeMap<>();
        int steps = 20 + random.nextInt(100);
        for (int step = 0; step < steps; step++) {
            String id = "r" + random.nextInt(60);
            if (random.nextInt(4) == 0) {
                assertThat(resolver.remove(id)).isEqualTo(there.remove(id) != null);
            } else {
                Map<String, String> fields = people.get(random.nextInt(people.size()));
                resolver.resolve(id, fields);
                there.put(id, fields);
            }
        }
        assertLikeBatch(resolver, model, there);
    }
}
