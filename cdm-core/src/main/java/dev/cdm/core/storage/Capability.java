package dev.cdm.core.storage;

/** What a storage offers beyond the contract that all storages keep; the kit tests each that is declared. */
public enum Capability {
    /** What was committed is there after the process ended, however it ended. */
    DURABLE,
    /** Several processes may write to the same data at once. */
    SHARED,
    /** A unit of work can join a transaction that the host opened and will commit or roll back. */
    HOST_TRANSACTIONS,
    /** Several tenants' data may lie in one database without meeting. */
    TENANTS
}
