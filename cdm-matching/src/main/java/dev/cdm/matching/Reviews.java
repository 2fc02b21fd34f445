package dev.cdm.matching;

import dev.cdm.core.Customers;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.storage.UnitOfWork;
import dev.cdm.matching.review.ReviewQueue;
import dev.cdm.matching.review.ReviewedRecords;
import dev.cdm.matching.review.Verdicts;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Opens the queue of questions that people answer, over the records of a host. Stateless. */
public final class Reviews {

    private Reviews() {}

    /**
     * {@return a queue in which one person decides, and decisions become must-links and cannot-links}
     *
     * @param customers whose records are asked about; its storage keeps the {@link dev.cdm.matching.review.ReviewKinds}
     */
    public static ReviewQueue over(Customers customers) {
        Verdicts pins = (first, second, same, who, why) -> {
            if (same) {
                customers.steward(who, why).mustLink(first, second);
            } else {
                customers.steward(who, why).cannotLink(first, second);
            }
        };
        return ReviewQueue.over(new Kept(customers), pins);
    }

    private record Kept(Customers customers) implements ReviewedRecords {

        @Override
        public <R> R read(Function<? super UnitOfWork, R> work) {
            return customers.read(work);
        }

        @Override
        public <R> R write(Function<? super UnitOfWork, R> work) {
            return customers.write(work);
        }

        @Override
        public Optional<ProfileId> profileOf(RecordId record, UnitOfWork work) {
            return customers.profileOf(record, work);
        }

        @Override
        public Instant now() {
            return customers.clock().instant();
        }
    }
}
