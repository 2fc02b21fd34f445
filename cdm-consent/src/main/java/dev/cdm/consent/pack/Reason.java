package dev.cdm.consent.pack;

import dev.cdm.consent.ledger.EventKind;
import java.util.Locale;

/**
 * Why a decision is what it is: the closed set of codes. Each has a rank, and where several apply the one of the lowest
 * rank is reported: what cannot be read before what is unknown, what is forbidden before what the person said, what the
 * person said against it before what a consent lacks, and what the situation lacks last.
 */
public enum Reason {
    /** A consent stands. */
    CONSENT(1, true, "consent for {purpose} stands", "{purpose}への同意が有効です"),
    /** A ground other than consent is recorded. */
    GROUND(2, true, "{ground} is recorded for {purpose}", "{purpose}の根拠（{ground}）が記録されています"),
    /** The law allows it until the person opts out. */
    NOT_OPTED_OUT(3, true, "{purpose} is allowed until the person opts out", "{purpose}は拒否されるまで許されます"),
    /** A rule permits it in this situation. */
    PERMITTED_BY_RULE(4, true, "{rules} permits {purpose} in this situation", "{purpose}は{rules}により許されます"),

    /** The question or a stored fact that it relies on cannot be read. */
    MALFORMED(110, false, "the question cannot be read: {detail}", "質問を解釈できません：{detail}"),
    /** A rule cannot be evaluated. */
    NOT_EVALUABLE(120, false, "a rule cannot be evaluated: {detail}", "規則を評価できません：{detail}"),
    /** The person was erased. */
    ERASED(130, false, "the person was erased", "本人のデータは消去済みです"),
    /** Nobody is known under the id. */
    UNKNOWN_SUBJECT(140, false, "nobody is known under this id", "該当する本人がいません"),
    /** The purpose is not registered. */
    UNKNOWN_PURPOSE(150, false, "purpose {purpose} is not registered", "目的{purpose}は登録されていません"),
    /** A data category is not registered. */
    UNKNOWN_CATEGORY(160, false, "data category {detail} is not registered", "データ区分{detail}は登録されていません"),
    /** The region is none. */
    UNKNOWN_REGION(170, false, "region {detail} is not known", "地域{detail}は不明です"),
    /** The recipient is not registered. */
    UNKNOWN_RECIPIENT(180, false, "recipient {detail} is not registered", "提供先{detail}は登録されていません"),
    /** The purpose does not allow the recipient. */
    RECIPIENT_NOT_ALLOWED(190, false, "{purpose} does not allow recipient {detail}", "{purpose}では{detail}に提供できません"),
    /** The attribute is not among those the purpose may see. */
    OUTSIDE_PURPOSE(200, false, "{purpose} may not see it", "{purpose}の対象外です"),
    /** The attribute is kept under a cipher and never shown. */
    NEVER_SHOWN(210, false, "it is kept under a cipher and never shown", "暗号化して保管され、表示されません"),
    /** The value was guessed by a model, and the purpose may not see guesses. */
    INFERRED(220, false, "it was inferred, and {purpose} may not see guesses", "推測された値であり、{purpose}では使えません"),
    /** The contact point belongs to another channel than the one asked about. */
    OTHER_CHANNEL(230, false, "it belongs to another channel", "別の連絡手段です"),
    /** A policy of the host forbids it. */
    HOST_FORBIDS(240, false, "policy {rules} forbids it", "社内方針{rules}が禁じています"),
    /** The law forbids it, whatever the person says. */
    FORBIDDEN(250, false, "{rules} forbids it, and consent does not help", "{rules}により禁止され、同意があっても許されません"),
    /** The person objected, and it is not decided yet. */
    RESTRICTED_PENDING(260, false, "an objection to {purpose} is being examined", "{purpose}への異議を審査中です"),
    /** The use is restricted. */
    RESTRICTED(270, false, "the person had the use restricted", "本人の求めにより利用が制限されています"),
    /** The person objected. */
    OBJECTED(280, false, "the person objected to {purpose}", "本人が{purpose}に異議を述べました"),
    /** The person withdrew consent. */
    WITHDRAWN(290, false, "consent for {purpose} was withdrawn", "{purpose}への同意は撤回されました"),
    /** The person said no. */
    REFUSED(300, false, "the person refused {purpose}", "本人が{purpose}を拒みました"),
    /** The person opted out. */
    OPTED_OUT(310, false, "the person opted out of {purpose}", "本人が{purpose}の停止を求めました"),
    /** The consent was found to be void. */
    INVALIDATED(320, false, "consent for {purpose} was found void", "{purpose}への同意は無効とされました"),
    /** A holder of parental responsibility must act. */
    GUARDIAN_REQUIRED(330, false, "a holder of parental responsibility must agree", "保護者の同意が必要です"),
    /** The consent waits for its confirmation. */
    PENDING_CONFIRMATION(340, false, "consent for {purpose} is not confirmed yet", "{purpose}への同意は未確認です"),
    /** The consent acts later. */
    NOT_YET_EFFECTIVE(350, false, "consent for {purpose} is not effective yet", "{purpose}への同意はまだ発効していません"),
    /** The consent ran out. */
    EXPIRED(360, false, "consent for {purpose} has expired", "{purpose}への同意は期限切れです"),
    /** The notice changed in substance since. */
    RECONSENT_REQUIRED(370, false, "the notice changed: consent must be asked again", "告知が変わったため再同意が必要です"),
    /** No notice, or an unknown one, was shown. */
    NOTICE_MISSING(380, false, "no known notice was shown", "告知が確認できません"),
    /** The documented assessment or the cited law is missing. */
    ASSESSMENT_MISSING(390, false, "the documented assessment or law is missing", "評価書または根拠法令の記録がありません"),
    /** It was not expressed in a way that counts. */
    NOT_AN_AGREEMENT(400, false, "it was not expressed in a way that counts", "同意と認められる方法ではありません"),
    /** A stronger form is needed. */
    EXPLICIT_CONSENT_REQUIRED(410, false, "explicit consent naming {detail} is needed", "{detail}についての明示の同意が必要です"),
    /** The grant does not cover the question. */
    NOT_COVERED(420, false, "the consent does not cover the question", "同意の範囲外です"),
    /** A fact that a rule needs is not given. */
    MISSING_FACT(430, false, "the fact {detail} is needed and not given", "必要な事実（{detail}）が示されていません"),
    /** A condition of a rule is not met. */
    CONDITION_NOT_MET(440, false, "a condition of {rules} is not met: {detail}", "{rules}の条件を満たしません：{detail}"),
    /** The obligation that goes with it cannot be met. */
    OBLIGATION_NOT_MET(450, false, "the obligation {detail} is not met", "義務（{detail}）が果たされません"),
    /** No ground is recorded. */
    NO_LEGAL_GROUND(460, false, "no legal ground for {purpose} is recorded", "{purpose}の法的根拠が記録されていません"),
    /** The person was reached often enough. */
    FREQUENCY_CAP(470, false, "the person was reached often enough", "連絡回数の上限に達しています"),
    /** The contact point is on the suppression list. */
    SUPPRESSED(480, false, "the contact point is on the suppression list", "連絡先が配信停止リストにあります");

    private final int rank;
    private final boolean permits;
    private final String english;
    private final String japanese;

    Reason(int rank, boolean permits, String english, String japanese) {
        this.rank = rank;
        this.permits = permits;
        this.english = english;
        this.japanese = japanese;
    }

    /**
     * {@return the reason that an event which forbids gives}
     *
     * @param kind the kind of the event
     * @throws IllegalArgumentException if the kind does not forbid
     */
    public static Reason of(EventKind kind) {
        return switch (kind) {
            case RESTRICTED -> RESTRICTED;
            case OBJECTED -> OBJECTED;
            case WITHDRAWN -> WITHDRAWN;
            case REFUSED -> REFUSED;
            case OPT_OUT -> OPTED_OUT;
            case INVALIDATED -> INVALIDATED;
            case EXPIRED -> EXPIRED;
            default -> throw new IllegalArgumentException("`kind` must be one that forbids, was " + kind);
        };
    }

    /** {@return the rank, from 1, different for each code: of several that apply the lowest is reported} */
    public int rank() {
        return rank;
    }

    /**
     * {@return of two codes the one that is reported}
     *
     * @param other the other
     */
    public Reason before(Reason other) {
        return other.rank < rank ? other : this;
    }

    /** {@return whether it is a reason to permit} */
    public boolean permits() {
        return permits;
    }

    /**
     * {@return the one-line template, with the places {purpose}, {ground}, {rules} and {detail}}
     *
     * @param locale Japanese, or any other language for English
     */
    public String template(Locale locale) {
        return locale.getLanguage().equals(Locale.JAPANESE.getLanguage()) ? japanese : english;
    }
}
