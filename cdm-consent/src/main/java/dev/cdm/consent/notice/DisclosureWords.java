package dev.cdm.consent.notice;

import dev.cdm.consent.purpose.LegalBasis;
import dev.cdm.consent.recipient.Recipient;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** The words of a disclosure for grounds, roles and periods. */
final class DisclosureWords {

    private DisclosureWords() {}

    static String japanese(LegalBasis basis) {
        return switch (basis) {
            case CONSENT -> "同意";
            case CONTRACT -> "契約の履行";
            case LEGAL_OBLIGATION -> "法的義務";
            case VITAL_INTEREST -> "生命の保護";
            case PUBLIC_TASK -> "公的任務";
            case LEGITIMATE_INTEREST -> "正当な利益";
            case RECOGNISED_INTEREST -> "法定の利益";
            case EMPLOYMENT_LAW -> "労働・社会保障法";
            case MEMBERSHIP -> "団体の活動";
            case MADE_PUBLIC -> "本人による公開";
            case LEGAL_CLAIMS -> "法的請求";
            case SUBSTANTIAL_PUBLIC_INTEREST -> "重大な公益";
            case HEALTH_CARE -> "医療";
            case PUBLIC_HEALTH -> "公衆衛生";
            case RESEARCH -> "研究・統計";
            case STATUTORY_EXCEPTION -> "法令上の例外";
        };
    }

    static String japanese(Recipient.Role role) {
        return switch (role) {
            case PROCESSOR -> "委託先";
            case JOINT_CONTROLLER -> "共同利用者";
            case THIRD_PARTY -> "第三者";
            case AUTHORITY -> "公的機関";
        };
    }

    static String english(Period period) {
        List<String> parts = new ArrayList<>();
        add(parts, period.getYears(), " year");
        add(parts, period.getMonths(), " month");
        add(parts, period.getDays(), " day");
        return String.join(" and ", parts);
    }

    private static void add(List<String> parts, int count, String unit) {
        if (count != 0) {
            parts.add(count + unit + (count == 1 ? "" : "s"));
        }
    }

    static String japanese(Period period) {
        StringBuilder text = new StringBuilder();
        add(text, period.getYears(), "年");
        add(text, period.getMonths(), "か月");
        add(text, period.getDays(), "日");
        return text.toString();
    }

    private static void add(StringBuilder text, int count, String unit) {
        if (count != 0) {
            text.append(count).append(unit);
        }
    }
}
