package dev.cdm.core.model;

import dev.cdm.core.internal.Checks;
import java.time.Duration;

/** Collects the parts of a source system; not thread-safe. */
public final class SourceSystemBuilder {

    final String id;
    final SourceKind kind;
    String owner = "";
    int trust = 50;
    PartyType party = PartyType.FIRST;
    Duration clockTolerance = Duration.ZERO;
    DeliveryMode delivery = DeliveryMode.FULL_SNAPSHOT;
    String lawfulCollection = "";
    boolean duplicateFree;

    SourceSystemBuilder(String id, SourceKind kind) {
        this.id = id;
        this.kind = kind;
    }

    /**
     * {@return this builder, with the owner}
     *
     * @param name the department or role that answers for the data
     */
    public SourceSystemBuilder owner(String name) {
        this.owner = name;
        return this;
    }

    /**
     * {@return this builder, with the trust}
     *
     * @param points from 0, not at all, to 100, completely
     */
    public SourceSystemBuilder trust(int points) {
        this.trust = Checks.between(points, 0, 100, "trust");
        return this;
    }

    /**
     * {@return this builder, with who collected the data}
     *
     * @param type the host, a partner or a third party
     */
    public SourceSystemBuilder party(PartyType type) {
        this.party = type;
        return this;
    }

    /**
     * {@return this builder, with the tolerance of the source's clock}
     *
     * @param tolerance by how much the clock may be wrong either way, zero or more
     */
    public SourceSystemBuilder clockTolerance(Duration tolerance) {
        this.clockTolerance = Checks.notNegative(tolerance, "clockTolerance");
        return this;
    }

    /**
     * {@return this builder, with the delivery mode}
     *
     * @param mode whether a record is whole or names only changes
     */
    public SourceSystemBuilder delivery(DeliveryMode mode) {
        this.delivery = mode;
        return this;
    }

    /**
     * {@return this builder, with the note on lawful collection}
     *
     * @param note on which ground and with which notice the source collects
     */
    public SourceSystemBuilder lawfulCollection(String note) {
        this.lawfulCollection = note;
        return this;
    }

    /** {@return this builder; no two records of the source are the same person} */
    public SourceSystemBuilder duplicateFree() {
        this.duplicateFree = true;
        return this;
    }

    /** {@return the source system} */
    public SourceSystem build() {
        return new SourceSystem(this);
    }
}
