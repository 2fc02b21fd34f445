package dev.cdm.core.profile;

import com.google.common.collect.ImmutableList;
import dev.cdm.core.model.AttributeKey;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.Sourced;
import dev.cdm.core.value.AttributeValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The assertions about one attribute, and the decision between them. */
final class Contest<V extends AttributeValue> {

    private final AttributeKey<V> key;
    private final List<Member> members = new ArrayList<>();
    private final List<Sourced<V>> assertions = new ArrayList<>();

    Contest(AttributeKey<V> key) {
        this.key = key;
    }

    AttributeKey<V> key() {
        return key;
    }

    @SuppressWarnings("unchecked") // the caller found this contest under the key of the assertion
    void add(Member member, Sourced<?> assertion) {
        members.add(member);
        assertions.add((Sourced<V>) assertion);
    }

    Lineage<V> decide(Ranking ranking, boolean keepsAll) {
        if (members.size() == 1) {
            Candidate<V> only = new Candidate<>(members.get(0), assertions.get(0), 1);
            return new Lineage<>(
                    key, ImmutableList.of(new RankedValue<>(only.value(), true, "", ImmutableList.of(only))));
        }
        List<List<Candidate<V>>> groups = groups(ranking);
        groups.sort(Comparator.comparing(group -> group.get(0), ranking));
        Candidate<V> winner = groups.get(0).get(0);
        ImmutableList.Builder<RankedValue<V>> ranked = ImmutableList.builderWithExpectedSize(groups.size());
        ranked.add(new RankedValue<>(winner.value(), true, "", groups.get(0)));
        for (List<Candidate<V>> group : groups.subList(1, groups.size())) {
            Candidate<V> best = group.get(0);
            ranked.add(new RankedValue<>(best.value(), keepsAll, ranking.reason(winner, best), group));
        }
        return new Lineage<>(key, ranked.build());
    }

    private List<List<Candidate<V>>> groups(Ranking ranking) {
        Map<V, List<Integer>> byValue = new LinkedHashMap<>();
        for (int i = 0; i < assertions.size(); i++) {
            byValue.computeIfAbsent(assertions.get(i).value(), value -> new ArrayList<>(2))
                    .add(i);
        }
        List<List<Candidate<V>>> groups = new ArrayList<>(byValue.size());
        for (List<Integer> equal : byValue.values()) {
            groups.add(supporters(equal, ranking));
        }
        return groups;
    }

    private List<Candidate<V>> supporters(List<Integer> equal, Ranking ranking) {
        int support = equal.size();
        if (support > 1) {
            Set<RecordId> records = new HashSet<>();
            equal.forEach(i -> records.add(members.get(i).recordId()));
            support = records.size();
        }
        List<Candidate<V>> supporters = new ArrayList<>(equal.size());
        for (int i : equal) {
            supporters.add(new Candidate<>(members.get(i), assertions.get(i), support));
        }
        supporters.sort(ranking);
        for (int i = supporters.size() - 1; i > 0; i--) {
            if (supporters.get(i).equals(supporters.get(i - 1))) {
                supporters.remove(i);
            }
        }
        return supporters;
    }
}
