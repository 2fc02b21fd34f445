package dev.cdm.matching.resolve;

import com.google.common.collect.MapMaker;
import dev.cdm.core.identity.IdentityKinds;
import dev.cdm.core.identity.IdentityKinds.RecordState;
import dev.cdm.core.identity.LinkFinder;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.storage.Cursor;
import dev.cdm.core.storage.Page;
import dev.cdm.core.storage.UnitOfWork;
import dev.cdm.core.storage.Versioned;
import dev.cdm.matching.mixture.PersonModel;
import dev.cdm.matching.resolve.ShownRecords.State;
import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * Links that a model of people finds, over an index of all records in memory. Thread-safe; one call works at a time.
 *
 * <p>The index is made from the storage when it is first used, reading every record once, and follows it: each unit of work
 * first takes up what was committed since, then what earlier units of work put here, as far as it was committed. What a
 * unit of work puts is seen by that one alone; nothing of one that was rolled back is seen by another. Records that a unit
 * of work is told of are compared with their states in its own snapshot, so one that was changed or erased elsewhere a
 * moment ago counts as it is. A record that another process added within the last moments may not be found yet: it is as
 * soon as the log of records tells it, which waits for writers that are still open.
 *
 * <p>In a unit of work that joined a transaction of the host nothing is taken up.
 */
public final class ModelLinks implements LinkFinder {

    private static final int PAGE = 1000;

    private final PersonModel model;
    private final String version;
    private final double cut;
    private final Function<? super SourceRecord, ? extends Map<String, String>> columns;
    private final ConcurrentMap<UnitOfWork, ModelView> views =
            new MapMaker().weakKeys().makeMap();
    private final ShownRecords shown;
    private Cursor read = Cursor.START;
    /** Records that were put by earlier units of work: they are read again, and later changes come by the log. */
    private final Set<String> put = new LinkedHashSet<>();
    /** Records that were removed, by whom: of removals the log tells nothing. */
    private final Map<String, WeakReference<UnitOfWork>> removed = new LinkedHashMap<>();

    /**
     * Links by the attributes of {@link dev.cdm.core.schema.StandardSchema}, which fill the columns of the model by what
     * these mean: names, birth date, gender, address, telephone, e-mail, affiliation and the token of the national id.
     *
     * @param model the model; its threshold decides
     * @param version its version, not blank; another model needs another one
     */
    public ModelLinks(PersonModel model, String version) {
        this(model, version, new StandardColumns(model.roles()));
    }

    /**
     * Links by columns of one's own.
     *
     * @param model the model; its threshold decides
     * @param version the version of model and columns, not blank; another model needs another one
     * @param columns gives the values of a record by the columns of the model; a function of the record alone
     */
    public ModelLinks(
            PersonModel model, String version, Function<? super SourceRecord, ? extends Map<String, String>> columns) {
        this.model = model;
        this.version = Checks.notBlank(version, "version");
        this.columns = columns;
        cut = Math.log(model.threshold() / (1 - model.threshold()));
        shown = new ShownRecords(model);
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public View in(UnitOfWork work) {
        ModelView known = views.get(work);
        if (known != null) {
            return known;
        }
        if (!work.joined()) {
            follow(work);
        }
        ModelView view = new ModelView(this, new WeakReference<>(work), cut);
        views.put(work, view);
        return view;
    }

    /** {@return how many records are indexed} */
    public synchronized int size() {
        return shown.indexed().records().size();
    }

    private synchronized void follow(UnitOfWork work) {
        Page<SourceRecord> page;
        do {
            page = work.log(IdentityKinds.RECORDS).feed(read, PAGE);
            Set<String> ids = new LinkedHashSet<>();
            page.items().forEach(record -> ids.add(record.recordId().text()));
            states(work, ids).forEach(shown::commit);
            read = page.next();
        } while (!page.last());
        Set<String> unsure = new LinkedHashSet<>(put);
        unsure.addAll(removed.keySet());
        put.clear();
        states(work, unsure).forEach((id, state) -> {
            shown.commit(id, state);
            WeakReference<UnitOfWork> by = removed.get(id);
            if (by != null && (state.fields() == null || by.refersTo(null))) {
                removed.remove(id);
            }
        });
    }

    /** {@return what records say in the snapshot of a unit of work} */
    Map<String, State> states(UnitOfWork work, Collection<String> ids) {
        Map<String, State> states = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            Map<String, Versioned<RecordState>> found =
                    work.table(IdentityKinds.RECORD_STATES).get(ids);
            ids.forEach(id -> {
                Versioned<RecordState> state = found.get(id);
                states.put(
                        id, state == null ? State.GONE : state(state.document().current()));
            });
        }
        return states;
    }

    State state(SourceRecord record) {
        return new State(columns.apply(record));
    }

    /** Notes that a unit of work changes a record. */
    void opened(String id, boolean there, WeakReference<UnitOfWork> by) {
        if (there) {
            put.add(id);
        } else {
            removed.put(id, by);
        }
    }

    ShownRecords shown() {
        return shown;
    }

    @Override
    public String toString() {
        return "ModelLinks of " + model;
    }
}
