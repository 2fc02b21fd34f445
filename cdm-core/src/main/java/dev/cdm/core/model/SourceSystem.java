package dev.cdm.core.model;

import dev.cdm.core.internal.Checks;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An application that holds customer data: what it is, who answers for it and how far it is trusted. Immutable.
 *
 * <p>Trust belongs here and not to the stored value: changing it rewrites nothing and changes the golden values at the
 * next reading.
 */
public final class SourceSystem {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_.-]{0,39}");

    private final String id;
    private final SourceKind kind;
    private final String owner;
    private final int trust;
    private final PartyType party;
    private final Duration clockTolerance;
    private final DeliveryMode delivery;
    private final String lawfulCollection;
    private final boolean duplicateFree;

    SourceSystem(SourceSystemBuilder builder) {
        this.id = builder.id;
        this.kind = builder.kind;
        this.owner = builder.owner;
        this.trust = builder.trust;
        this.party = builder.party;
        this.clockTolerance = builder.clockTolerance;
        this.delivery = builder.delivery;
        this.lawfulCollection = builder.lawfulCollection;
        this.duplicateFree = builder.duplicateFree;
    }

    /**
     * {@return a builder}
     *
     * @param id the id: lower-case letters, digits, dots, dashes and underscores, beginning with a letter, at most 40
     *     long
     * @param kind the kind of application
     */
    public static SourceSystemBuilder builder(String id, SourceKind kind) {
        return new SourceSystemBuilder(checkId(id), kind);
    }

    static String checkId(String id) {
        Checks.require(ID.matcher(id).matches(), "system", "must match " + ID.pattern(), "`" + id + "`");
        return id;
    }

    /** {@return the id} */
    public String id() {
        return id;
    }

    /** {@return the kind of application} */
    public SourceKind kind() {
        return kind;
    }

    /** {@return the department or role that answers for the data, or empty} */
    public String owner() {
        return owner;
    }

    /** {@return how far the source is trusted, from 0 to 100; the default is 50} */
    public int trust() {
        return trust;
    }

    /** {@return who collected the data; the default is the host itself} */
    public PartyType party() {
        return party;
    }

    /** {@return by how much the source's clock may be wrong; the default is zero} */
    public Duration clockTolerance() {
        return clockTolerance;
    }

    /** {@return whether a record is whole or names only changes; the default is a full snapshot} */
    public DeliveryMode delivery() {
        return delivery;
    }

    /** {@return on which ground and with which notice the source collects, or empty} */
    public String lawfulCollection() {
        return lawfulCollection;
    }

    /** {@return whether no two records of the source are the same person; the default is {@code false}} */
    public boolean duplicateFree() {
        return duplicateFree;
    }

    /**
     * {@return the record id of a key of this system}
     *
     * @param key the system's own key
     */
    public RecordId record(String key) {
        return new RecordId(id, key);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SourceSystem that
                && id.equals(that.id)
                && kind == that.kind
                && owner.equals(that.owner)
                && trust == that.trust
                && party == that.party
                && clockTolerance.equals(that.clockTolerance)
                && delivery == that.delivery
                && lawfulCollection.equals(that.lawfulCollection)
                && duplicateFree == that.duplicateFree;
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, kind, trust, party, delivery);
    }

    @Override
    public String toString() {
        return "SourceSystem[" + id + " " + kind + " trust " + trust + "]";
    }
}
