package dev.cdm.core.storage.tck;

import dev.cdm.core.storage.TableKind;
import java.util.List;

/** A document of the kit's tables: a number under a key, found by its tags. */
record Card(String key, long number, List<String> tags) {

    static final String TAG = "tag";

    /** The table most tests write to. */
    static final TableKind<Card> CARDS =
            TableKind.named("tck_card", Card.class).index(TAG, Card::tags).keyedBy(Card::key);

    /** A second table, as an engine keeps one versioned head per record id. */
    static final TableKind<Card> HEADS = TableKind.named("tck_head", Card.class)
            .subjects(card -> List.of(card.key))
            .rebuildable()
            .keyedBy(Card::key);

    static Card of(String key, long number) {
        return new Card(key, number, List.of("tag"));
    }

    Card tagged(String... names) {
        return new Card(key, number, List.of(names));
    }
}
