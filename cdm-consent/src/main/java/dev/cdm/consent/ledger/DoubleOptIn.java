package dev.cdm.consent.ledger;

import dev.cdm.core.internal.Checks;
import dev.cdm.core.internal.ContentHash;
import dev.cdm.core.storage.Table;
import dev.cdm.core.storage.TableKind;
import dev.cdm.core.storage.UnitOfWork;
import dev.cdm.core.storage.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Double opt-in, inside one unit of work; for its thread. A request is recorded and waits for its token; the token works
 * once and for a time, and only its hash is kept. What nobody confirms permits nothing.
 */
public final class DoubleOptIn {

    /** The requests that wait. */
    public static final TableKind<Pending> PENDING = TableKind.named("opt_in", Pending.class)
            .subjects(pending -> List.of(pending.request().subject().text()))
            .keyedBy(Pending::hash);

    private static final int SHORTEST = 16;

    private final ConsentLedger ledger;
    private final Table<Pending> table;

    private DoubleOptIn(UnitOfWork work) {
        this.ledger = ConsentLedger.in(work);
        this.table = work.table(PENDING);
    }

    /**
     * {@return the double opt-in in a unit of work}
     *
     * @param work the unit of work
     */
    public static DoubleOptIn in(UnitOfWork work) {
        return new DoubleOptIn(work);
    }

    /**
     * Records a request that waits for its confirmation.
     *
     * @param request an event of the kind {@link EventKind#REQUESTED}
     * @param token a secret of at least 16 characters made by the host, sent to the contact point and not kept here
     * @param expires until when it can be confirmed, exclusive
     */
    public void request(ConsentEvent request, String token, Instant expires) {
        Checks.require(
                request.kind() == EventKind.REQUESTED, "request", "must be of the kind REQUESTED", request.kind());
        String hash = hash(token);
        Checks.require(!table.versions(List.of(hash)).containsKey(hash), "token", "must not have been used");
        ledger.append(List.of(request));
        table.put(new Pending(hash, request, expires), 0);
    }

    /**
     * Confirms the request of a token. The consent is effective from the time of the confirmation.
     *
     * @param token the secret
     * @param at the time of the confirmation
     * @return the consent that was recorded; empty if the token is unknown, used or expired
     */
    public Optional<ConsentEvent> confirm(String token, Instant at) {
        String hash = hash(token);
        @Nullable Versioned<Pending> found = table.get(List.of(hash)).get(hash);
        if (found == null) {
            return Optional.empty();
        }
        table.remove(hash, found.version());
        Pending pending = found.document();
        if (!at.isBefore(pending.expires())) {
            return Optional.empty();
        }
        ConsentEvent confirmed = pending.request().toBuilder(EventKind.CONFIRMED)
                .at(at)
                .received(at)
                .evidence(hash)
                .supersedes(List.of(pending.request().id()))
                .build();
        ledger.append(List.of(confirmed));
        return Optional.of(confirmed);
    }

    private static String hash(String token) {
        Checks.require(token.length() >= SHORTEST, "token", "must have at least " + SHORTEST + " characters");
        return new ContentHash().add("opt_in").add(token).finish();
    }

    /**
     * A request that waits.
     *
     * @param hash the hash of the token
     * @param request the request
     * @param expires until when it can be confirmed
     */
    public record Pending(String hash, ConsentEvent request, Instant expires) {}
}
