package dev.cdm.consent;

import com.google.common.collect.ImmutableList;
import dev.cdm.consent.notice.Notices;
import dev.cdm.consent.pack.Pack;
import dev.cdm.consent.policy.PolicyEngine;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.consent.purpose.Purposes;
import dev.cdm.consent.recipient.Recipients;
import dev.cdm.core.internal.Checks;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.storage.TombstoneKey;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what decisions rest on; not thread-safe. */
public final class ConsentsBuilder {

    final People people;
    private @Nullable Purposes purposes;

    @Nullable
    TombstoneKey suppressionKey;

    private @Nullable PurposeId linking;
    private List<Pack> packs = ImmutableList.of();
    Notices notices = Notices.none();
    private Recipients recipients = Recipients.none();
    private String controller = "";
    private @Nullable Duration freshness;
    int kept = 100_000;
    Duration staleness = Duration.ZERO;

    ConsentsBuilder(People people) {
        this.people = people;
    }

    /**
     * {@return this builder, with the purposes}
     *
     * @param all the purposes, parents in any place
     */
    public ConsentsBuilder purposes(Purpose... all) {
        return purposes(Purposes.of(all));
    }

    /**
     * {@return this builder, with the purposes}
     *
     * @param register the register of purposes and data categories
     */
    public ConsentsBuilder purposes(Purposes register) {
        this.purposes = register;
        return this;
    }

    /**
     * {@return this builder, with packs of rules; by default no law is known, and a ground must be recorded}
     *
     * @param rules the packs; those that apply to a question must all permit
     */
    public ConsentsBuilder packs(Collection<Pack> rules) {
        this.packs = ImmutableList.copyOf(rules);
        return this;
    }

    /**
     * {@return this builder, with notices; by default there are none, and consents are not asked for theirs}
     *
     * @param register the register of notices
     */
    public ConsentsBuilder notices(Notices register) {
        this.notices = register;
        return this;
    }

    /**
     * {@return this builder, with recipients; by default those that a purpose names are known}
     *
     * @param register the register of recipients; one that is not in it receives nothing
     */
    public ConsentsBuilder recipients(Recipients register) {
        this.recipients = register;
        return this;
    }

    /**
     * {@return this builder, with the name under which events know the host; by default it has none}
     *
     * @param name the name that events give as their controller
     * @see dev.cdm.consent.policy.ConsentQuery.Builder#controller
     */
    public ConsentsBuilder controller(String name) {
        this.controller = name;
        return this;
    }

    /**
     * {@return this builder; permissions hold no longer than a time after the use asked about, so that whoever keeps one
     * asks again} By default they hold until something is known to end them.
     *
     * @param longest the time, longer than zero and at most 100 years of 365 days
     */
    public ConsentsBuilder freshness(Duration longest) {
        this.freshness = longest;
        return this;
    }

    /**
     * {@return this builder, with a suppression list; by default there is none}
     *
     * @param secret the host's secret under which contact points are hashed
     */
    public ConsentsBuilder suppression(TombstoneKey secret) {
        this.suppressionKey = secret;
        return this;
    }

    /**
     * {@return this builder, with the number of people that plain answers keep compiled in memory; by default 100,000}
     *
     * @param people how many, from 0
     */
    public ConsentsBuilder keep(int people) {
        this.kept = Checks.between(people, 0, Integer.MAX_VALUE, "people");
        return this;
    }

    /**
     * {@return this builder; plain answers about a person may be as old as this, and then read nothing} A withdrawal may
     * then count late by as much, here and in other processes. By default they are never old.
     *
     * @param longest how old an answer may be
     */
    public ConsentsBuilder staleness(Duration longest) {
        this.staleness = Checks.notNegative(longest, "longest");
        return this;
    }

    /**
     * {@return this builder; records are linked only if both persons' data may be used for a purpose} By default
     * they are linked unless the use of one is restricted for every purpose.
     *
     * @param purpose the purpose of linking
     */
    public ConsentsBuilder linkFor(PurposeId purpose) {
        this.linking = purpose;
        return this;
    }

    /**
     * {@return the consents; the core asks them from now on}
     *
     * @throws IllegalArgumentException if no purposes were given
     */
    public Consents build() {
        Purposes register = purposes;
        if (register == null) {
            throw new IllegalArgumentException("`purposes` must be given");
        }
        PurposeId link = linking;
        Checks.require(
                link == null || register.find(link).isPresent(), "linkFor", "must be registered", "`" + link + "`");
        PolicyEngine known = new PolicyEngine(register, packs, notices)
                .withRecipients(recipients)
                .withController(controller);
        PolicyEngine engine = freshness == null ? known : known.withFreshness(freshness);
        Consents consents = new Consents(this, engine);
        people.guard(new ConsentUseGate(consents, people.schema()), new ConsentLinkGate(people.clock(), engine, link));
        return consents;
    }
}
