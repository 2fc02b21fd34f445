package dev.cdm.core.linking;

import static dev.cdm.core.linking.Behaviour.Frequency.FEW;
import static dev.cdm.core.linking.Behaviour.Frequency.ONE;

import dev.cdm.core.linking.Behaviour.Frequency;
import dev.cdm.core.model.IdentifierType;
import java.util.List;

/** The limits that come with the library. */
final class LimitTables {

    private static final String WORDS = "null|\\(null\\)|nil|none|n/a|na|nan|-1|unknown|undefined|anonymous|test";
    private static final String NOTHING = "[-0./_\\s]*";
    private static final int RECORDS_OF_A_PROFILE = 1_000;

    /** The names of RFC 2606, sections 2 and 3. */
    static final String RESERVED_DOMAINS = ".*@(.*\\.)?(test|example|invalid|localhost|example\\.(com|net|org))";

    private static final List<String> DEVICES = List.of(
            "android.id",
            "android.idfa",
            "android.push_token",
            "anonymous_id",
            "ga_client_id",
            "group_id",
            "ios.id",
            "ios.idfa",
            "ios.push_token");

    private static final List<String> DEVICE_HIERARCHY = List.of(
            "ios.idfa",
            "ios.idfv",
            "android.idfa",
            "android.id",
            "roku.advertising_id",
            "roku.publisher_id",
            "anonymous_id");

    private LimitTables() {}

    static IdentifierLimits standard() {
        return IdentifierLimits.builder()
                .block(NOTHING)
                .block(WORDS)
                .rule(linking(IdentifierType.USER_ID, behaviour(ONE, true, true), 1)
                        .limit(1)
                        .maxRecords(10_000))
                .rule(blockEmails(linking(IdentifierType.EMAIL, behaviour(ONE, false, false), 2)
                        .limit(5)
                        .maxRecords(1_000)))
                .rule(linking(IdentifierType.LOYALTY_NUMBER, behaviour(ONE, false, true), 3)
                        .limit(5)
                        .caseless())
                .rule(linking(IdentifierType.PHONE, behaviour(FEW, false, false), 4)
                        .limit(5)
                        .block("\\+[-0\\s]*"))
                .rule(linking(IdentifierType.SOCIAL_ACCOUNT, behaviour(ONE, false, false), 5)
                        .limit(5)
                        .block("[^:]*:(" + WORDS + ")"))
                .rule(linking(IdentifierType.ANONYMOUS_ID, behaviour(FEW, false, false), 6)
                        .limit(1_000)
                        .maxRecords(1_000))
                .build();
    }

    private static IdentifierRule blockEmails(IdentifierRule rule) {
        return rule.block("(no[-_.]?reply|do[-_.]?not[-_.]?reply|mailer-daemon|postmaster|nobody)(\\+[^@]*)?@.*")
                .block("(" + WORDS + ")(\\+[^@]*)?@.*")
                .block(".*@(test|test\\.[a-z]{2,}|(.*\\.)?(invalid|localhost))");
    }

    static IdentifierLimits segmentLike() {
        IdentifierLimitsBuilder table = IdentifierLimits.builder()
                .block("[-0]*")
                .blockValue("-1")
                .blockValue("null")
                .blockValue("anonymous")
                .rule(linking(IdentifierType.USER_ID, behaviour(ONE, true, true), 1)
                        .limit(1)
                        .maxRecords(RECORDS_OF_A_PROFILE))
                .rule(fiveOf(IdentifierType.EMAIL, 2));
        int priority = 3;
        for (String device : DEVICES) {
            table.rule(fiveOf(new IdentifierType(device), priority));
            priority++;
        }
        return table.build();
    }

    private static IdentifierRule fiveOf(IdentifierType type, int priority) {
        return linking(type, behaviour(FEW, false, false), priority).limit(5).maxRecords(RECORDS_OF_A_PROFILE);
    }

    static IdentifierLimits mparticleLike() {
        IdentifierLimitsBuilder table = IdentifierLimits.builder()
                .rule(oneOf(IdentifierType.USER_ID, 1))
                .rule(oneOf(IdentifierType.PHONE, 2))
                .rule(oneOf(IdentifierType.EMAIL, 3))
                .rule(oneOf(IdentifierType.LOYALTY_NUMBER, 4))
                .rule(linking(IdentifierType.SOCIAL_ACCOUNT, behaviour(ONE, false, false), 5)
                        .maxRecords(RECORDS_OF_A_PROFILE));
        int priority = 6;
        for (String device : DEVICE_HIERARCHY) {
            table.rule(linking(new IdentifierType(device), behaviour(FEW, false, false), priority)
                    .maxRecords(RECORDS_OF_A_PROFILE));
            priority++;
        }
        return table.build();
    }

    private static IdentifierRule oneOf(IdentifierType type, int priority) {
        return linking(type, behaviour(ONE, true, true), priority).limit(1).maxRecords(RECORDS_OF_A_PROFILE);
    }

    private static IdentifierRule linking(IdentifierType type, Behaviour behaviour, int priority) {
        return IdentifierRule.of(type).behaving(behaviour).linking().priority(priority);
    }

    private static Behaviour behaviour(Frequency frequency, boolean exclusive, boolean stable) {
        return new Behaviour(frequency, exclusive, stable);
    }
}
