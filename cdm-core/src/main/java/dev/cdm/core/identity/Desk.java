package dev.cdm.core.identity;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.cdm.core.identity.IdentityKinds.IdentifierUse;
import dev.cdm.core.identity.IdentityKinds.Membership;
import dev.cdm.core.identity.IdentityKinds.ProfileHead;
import dev.cdm.core.identity.IdentityKinds.RecordState;
import dev.cdm.core.internal.CodePoints;
import dev.cdm.core.model.ObservationKind;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Kind;
import dev.cdm.core.storage.Log;
import dev.cdm.core.storage.Page;
import dev.cdm.core.storage.Table;
import dev.cdm.core.storage.TableKind;
import dev.cdm.core.storage.UnitOfWork;
import dev.cdm.core.storage.VersionConflictException;
import dev.cdm.core.storage.Versioned;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The documents one operation works on: read once and in batches, written in the order of keys, under the version read.
 */
final class Desk {

    private static final int PAGE = 1_000;

    final UnitOfWork work;
    final Drawer<Membership> memberships;
    final Drawer<RecordState> states;
    final Drawer<IdentifierUse> identifiers;
    final Drawer<ProfileHead> heads;
    final Drawer<LinkVerdict> verdicts;
    final LinkFinder.@Nullable View finding;
    private final List<LinkEvent> events = new ArrayList<>();
    private final boolean trial;

    Desk(UnitOfWork work, @Nullable LinkFinder finder) {
        this(work, finder, false);
    }

    private Desk(UnitOfWork work, @Nullable LinkFinder finder, boolean trial) {
        this.trial = trial;
        this.work = work;
        this.finding = finder == null ? null : finder.in(work);
        this.memberships = new Drawer<>(work, IdentityKinds.MEMBERSHIPS);
        this.states = new Drawer<>(work, IdentityKinds.RECORD_STATES);
        this.identifiers = new Drawer<>(work, IdentityKinds.IDENTIFIERS);
        this.heads = new Drawer<>(work, IdentityKinds.PROFILE_HEADS);
        this.verdicts = new Drawer<>(work, IdentityKinds.VERDICTS);
    }

    /** A desk that writes nothing, so that one can see what an operation would do. */
    static Desk trial(UnitOfWork work, @Nullable LinkFinder finder) {
        return new Desk(work, finder, true);
    }

    /** What was told and not written yet: on a trial desk all of it. */
    List<LinkEvent> told() {
        return events;
    }

    /*
     * Where a unit of work sees what others commit in the meantime, the heads must be read before what they stand for:
     * whoever changes that puts the heads again, and we find it out when we put them.
     */
    void load(Collection<RecordId> records) {
        memberships.load(texts(records));
        heads.load(records.stream()
                .flatMap(record -> Stream.ofNullable(memberships.get(record.text())))
                .map(membership -> membership.profile().text())
                .toList());
        states.load(texts(records));
    }

    /** The membership of a record that was seen. */
    Membership membership(RecordId record) {
        Membership found = memberships.get(record.text());
        if (found == null) {
            throw new IllegalArgumentException("`record` must be known, was `" + record + "`");
        }
        return found;
    }

    /** Puts the heads of profiles again, so that whoever changes them at the same time conflicts. */
    void touch(Collection<ProfileId> profiles) {
        heads.load(profiles.stream().map(ProfileId::text).toList());
        profiles.stream()
                .flatMap(profile -> Stream.ofNullable(heads.get(profile.text())))
                .forEach(heads::put);
    }

    void tell(LinkEvent event) {
        events.add(event);
    }

    /** Writes what indexes must show before the neighbourhood is read. */
    void flushRecords() {
        if (trial) {
            return;
        }
        if (finding != null) {
            tell(finding);
        }
        states.flush();
        identifiers.flush();
    }

    private void tell(LinkFinder.View view) {
        List<SourceRecord> current = new ArrayList<>();
        List<RecordId> gone = new ArrayList<>();
        states.changed.forEach((key, state) -> {
            if (state.isPresent() && state.get().current().kind() != ObservationKind.DELETION) {
                current.add(state.get().current());
            } else {
                gone.add(RecordId.parse(key));
            }
        });
        if (!gone.isEmpty()) {
            view.remove(gone);
        }
        if (!current.isEmpty()) {
            view.put(current);
        }
    }

    void flush() {
        if (trial) {
            return;
        }
        flushRecords();
        memberships.verify();
        verdicts.flush();
        memberships.flush();
        heads.flush();
        work.log(IdentityKinds.LINK_EVENTS).append(List.copyOf(events));
        events.clear();
    }

    static List<String> texts(Collection<RecordId> records) {
        return records.stream().map(RecordId::text).toList();
    }

    /** All documents under one index value. */
    static <V> List<V> under(Table<V> table, String index, String value) {
        return drain(after -> table.by(index, value, value, after, PAGE)).stream()
                .map(Versioned::document)
                .toList();
    }

    /** The records of a live profile, in order. */
    static Set<RecordId> members(UnitOfWork work, ProfileId live) {
        return under(work.table(IdentityKinds.MEMBERSHIPS), "profile", live.text()).stream()
                .map(Membership::record)
                .collect(ImmutableSet.toImmutableSet());
    }

    /** All entries that tell about a record. */
    static <E> List<E> about(Log<E> log, RecordId record) {
        return drain(after -> log.by(Kind.SUBJECT, record.text(), after, PAGE));
    }

    /** All entries of a sequence of pages. */
    static <T> List<T> drain(Function<Cursor, Page<T>> pages) {
        Page<T> page = pages.apply(Cursor.START);
        List<T> all = new ArrayList<>(page.items());
        while (!page.last()) {
            page = pages.apply(page.next());
            all.addAll(page.items());
        }
        return all;
    }

    /** The records that carry an identifier now, by its hash. */
    static Set<RecordId> carriers(UnitOfWork work, String hash) {
        return under(work.table(IdentityKinds.RECORD_STATES), "identifier", hash).stream()
                .map(state -> state.current().recordId())
                .collect(ImmutableSet.toImmutableSet());
    }

    /** The documents of one table. */
    static final class Drawer<V> {

        private final TableKind<V> kind;
        private final Table<V> table;
        private final Map<String, Optional<Versioned<V>>> read = new HashMap<>();
        private final Map<String, Optional<V>> changed = new TreeMap<>(CodePoints.ORDER);

        private Drawer(UnitOfWork work, TableKind<V> kind) {
            this.kind = kind;
            this.table = work.table(kind);
        }

        void load(Collection<String> keys) {
            Set<String> missing = Sets.newLinkedHashSet(keys);
            missing.removeAll(read.keySet());
            if (missing.isEmpty()) {
                return;
            }
            Map<String, Versioned<V>> found = table.get(missing);
            missing.forEach(key -> read.put(key, Optional.ofNullable(found.get(key))));
        }

        @Nullable
        V get(String key) {
            Optional<V> mine = changed.get(key);
            if (mine == null) {
                load(List.of(key));
                mine = read.getOrDefault(key, Optional.empty()).map(Versioned::document);
            }
            return mine.orElse(null);
        }

        void put(V document) {
            changed.put(kind.key(document), Optional.of(document));
        }

        void remove(String key) {
            changed.put(key, Optional.empty());
        }

        /* What was only read must still be so; what is written is checked by its version. */
        private void verify() {
            Map<String, Long> known = new LinkedHashMap<>();
            read.forEach((key, found) -> {
                if (!changed.containsKey(key)) {
                    known.put(key, found.map(Versioned::version).orElse(0L));
                }
            });
            Map<String, Long> now = known.isEmpty() ? Map.of() : table.versions(known.keySet());
            known.forEach((key, version) -> {
                if (!version.equals(now.getOrDefault(key, 0L))) {
                    throw new VersionConflictException(kind.name(), key);
                }
            });
        }

        private void flush() {
            Map<String, Optional<V>> writes = new LinkedHashMap<>(changed);
            changed.clear();
            load(writes.keySet());
            writes.forEach(this::write);
        }

        private void write(String key, Optional<V> document) {
            long expected = read.getOrDefault(key, Optional.empty())
                    .map(Versioned::version)
                    .orElse(0L);
            if (document.isPresent()) {
                long version = table.put(document.get(), expected);
                read.put(key, Optional.of(new Versioned<>(document.get(), version)));
            } else if (expected > 0) {
                table.remove(key, expected);
                read.put(key, Optional.empty());
            }
        }
    }
}
